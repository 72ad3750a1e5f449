import { parse } from "node-html-parser";
import type { Variant } from "./variants.ts";

/** The places of a list or the reviews of a place, each with its score, whatever the markup. */
type PageContent = { name: string; score: string }[];

function listContent(html: string): PageContent {
  return parse(html)
    .querySelectorAll(".card")
    .map((card) => ({ name: textOf(card, "h3 a"), score: textOf(card, ".score strong") }));
}

function placeContent(html: string): PageContent {
  return parse(html)
    .querySelectorAll(".review")
    .map((review) => ({
      name: textOf(review, ".review-body"),
      score: textOf(review, ".score strong"),
    }));
}

function textOf(element: ReturnType<typeof parse>, selector: string): string {
  return element.querySelector(selector)?.text.trim().replace(/\s+/g, " ") ?? "";
}

/** Throws when two compared pages differ in content. The constant has none. */
export async function expectSameContent(variants: Variant[]): Promise<void> {
  for (const [page, read] of [
    ["L", listContent],
    ["P", placeContent],
  ] as const) {
    const contents = new Map<string, string>();
    for (const { name, urls, headers } of variants.filter(
      (variant) => !variant.name.startsWith("A"),
    )) {
      const content = read(await (await fetch(urls[page], { headers })).text());
      if (content.length !== 20) {
        throw new Error(`${name} has ${content.length} entries on ${page}, not 20.`);
      }
      contents.set(JSON.stringify(content), name);
    }
    if (contents.size > 1) {
      throw new Error(`${[...contents.values()].join(" and ")} say different things on ${page}.`);
    }
  }
}
