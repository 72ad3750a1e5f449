import { cleanLine } from "../text/cleaning.ts";

/** More characters than the slug of any place has. */
const MOST_SLUG_CHARACTERS = 120;

/** The slugs of the places that a URL compares: each once, without what can be no slug, the most that are looked up. */
export function parseComparison(
  parameters: URLSearchParams,
  most: number,
): { slugs: string[]; notices: string[] } {
  const texts = parameters
    .getAll("place")
    .map((text) => cleanLine(text.slice(0, 2 * MOST_SLUG_CHARACTERS)));
  const named = texts.filter((text) => text !== "");
  const slugs = [...new Set(named)].filter((slug) => slug.length <= MOST_SLUG_CHARACTERS);
  const notices = [
    ...(new Set(named).size < named.length
      ? ["A place was named more than once, and stands here once."]
      : []),
    ...(slugs.length < new Set(named).size
      ? ["A place in the address has too long a name, and is left out."]
      : []),
    ...(slugs.length > most
      ? [`Up to ${inWords(most)} places fit side by side, so these are the first of them.`]
      : []),
  ];
  return { slugs: slugs.slice(0, most), notices };
}

function inWords(number: number): string {
  return ["none", "one", "two", "three", "four", "five"][number] ?? String(number);
}
