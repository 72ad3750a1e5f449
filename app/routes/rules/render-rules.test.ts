import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { parse } from "node-html-parser";
import { describe, expect, test } from "vitest";
import { readRules } from "#app/domain/site/community-rules.server.ts";
import { renderRules } from "./render-rules.server.ts";

const HOSTILE = [
  "<script>alert(1)</script>",
  '<img src=x onerror="alert(1)">',
  "[click](javascript:alert(1))",
  "[click](JaVaScRiPt&#58;alert(1))",
  "[click](data:text/html;base64,PHNjcmlwdD4=)",
  "[click](vbscript:x)",
  "[click](//elsewhere.example)",
  "![picture](https://tracker.example/x.png)",
  '[a](https://a.example "\\" onmouseover=alert(1) x=\\"")',
  '<https://a.example/"onclick=alert(1)>',
  "[ref]\n\n[ref]: javascript:alert(1) 'x'",
  "`<b>` and **<i>bold</i>**",
  "<svg/onload=alert(1)>",
  "</article></main><form action=https://phish.example>",
  "# <iframe src=//x>",
  "| a | b |\n|:--|--:|\n| <b>1</b> | 2 |",
];

const ALLOWED =
  /^(P|H[2-6]|UL|OL|LI|A|STRONG|EM|CODE|PRE|BLOCKQUOTE|HR|BR|TABLE|THEAD|TBODY|TR|TH|TD|S)$/;

function expectHarmless(text: string) {
  const { title, html } = renderRules(text);
  const elements = parse(html).querySelectorAll("*");
  for (const element of elements) {
    expect(element.tagName, html).toMatch(ALLOWED);
    const { href, rel, ...others } = element.attributes;
    for (const name of Object.keys(others)) expect(name).toMatch(/^(title|start|class)$/);
    if (element.tagName !== "A") continue;
    expect(href).toMatch(/^(https?:\/\/|mailto:|\/(?!\/)|#)/i);
    expect(rel).toBe("nofollow noopener");
  }
  expect(title).not.toBe("");
}

describe("hostile Markdown", () => {
  test.each(HOSTILE)("%j is harmless", (text) => {
    expectHarmless(text);
    expectHarmless(`# Title\n\n> - ${text}`);
  });

  test("in any mixture too", () => {
    const piece = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.string(),
      fc.constantFrom("\n\n", "> ", "- ", "```\n"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => expectHarmless(pieces.join(""))),
    );
  });
});

test.each([
  ["# Rules\n\n## One\n\n### Two", "Rules", ["H2", "H3"]],
  ["## One\n\n### Two", "Community rules", ["H2", "H3"]],
  ["# Rules\n\n# One\n\n# Two\n\n###### Six", "Rules", ["H2", "H2", "H6"]],
  ["#### Deep\n\n##### Deeper", "Community rules", ["H2", "H3"]],
  ["No heading.", "Community rules", []],
])("%j has the title %j and headings from h2", (text, title, headings) => {
  const rendered = renderRules(text);
  expect(rendered.title).toBe(title);
  const found = parse(rendered.html).querySelectorAll("h1, h2, h3, h4, h5, h6");
  expect(found.map(({ tagName }) => tagName)).toEqual(headings);
});

describe("the file", () => {
  test("of the operator counts", () => {
    const path = join(tmpdir(), `rules-${process.pid}.md`);
    writeFileSync(path, "# Ours\n\nBe kind.");
    expect(readRules(path)).toEqual({ markdown: "# Ours\n\nBe kind." });
  });

  test("that is missing or empty is said, and the rules of the project stand in", () => {
    const standard = readRules(undefined);
    expect(standard.problem).toBeUndefined();
    expect(readRules("/nowhere/rules.md")).toEqual({
      markdown: standard.markdown,
      problem:
        "RULES_FILE cannot be read: /nowhere/rules.md. The page of rules shows those that come with the site.",
    });
    const empty = join(tmpdir(), `empty-${process.pid}.md`);
    writeFileSync(empty, " \n");
    expect(readRules(empty).problem).toContain("RULES_FILE is empty");
    expect(renderRules(standard.markdown).title).toBe("Community rules");
  });
});
