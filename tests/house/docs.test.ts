import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { listFiles } from "./source-files.ts";

const DECISIONS = "docs/decisions";

const pages = listFiles()
  .filter((path) => path.endsWith(".md") && existsSync(path))
  .map((path) => ({ path, text: readFileSync(path, "utf8") }));

test("what a page links to is there", () => {
  const broken = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\(((?!https?:)[^)#]+)(?:#[^)]*)?\)/g)]
      .filter(([, target = ""]) => !existsSync(join(dirname(path), target)))
      .map(([, target]) => `${path}: ${target}`),
  );
  expect(pages.length).toBeGreaterThan(5);
  expect(broken).toEqual([]);
});

test("the commands that pages name are in package.json", () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync("package.json", "utf8")));
  const unknown = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/npm run ([\w:]+)/g)]
      .filter(([, name = ""]) => !(name in scripts))
      .map(([, name]) => `${path}: ${name}`),
  );
  expect(unknown).toEqual([]);
});

test("the README fits on a few screens", () => {
  const readme = readFileSync("README.md", "utf8");
  expect(readme.split("\n").length - 1).toBeLessThanOrEqual(320);
});

test("the index has every decision by its number and title, and each says what was rejected", () => {
  const records = pages.filter(({ path }) => /\/\d+-[^/]+\.md$/.test(path));
  const titles = records.map(({ path, text }) => {
    const [, number = "", title = ""] = /^# (\d+)\. (.+)$/m.exec(text) ?? [];
    expect(path).toContain(`${DECISIONS}/${number.padStart(2, "0")}-`);
    expect(text).toContain("\n**Rejected**\n");
    return `${number}. [${title}](${path.slice(DECISIONS.length + 1)})`;
  });
  const index = readFileSync(`${DECISIONS}/README.md`, "utf8");
  expect(index.match(/^\d+\. .+$/gm)?.sort()).toEqual(titles.sort());
});
