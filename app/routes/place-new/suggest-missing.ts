import type { Posted } from "#app/domain/posting/post-once.server.ts";
import type { Flash } from "#app/http/flash.server.ts";
import { paths } from "#app/paths.ts";

type Missing = NonNullable<Posted["missing"]>[number];

const MOST = 3;

const HEADINGS = [
  "One thing would make it easier to find:",
  "Two things would make it easier to find:",
  "Three things would make it easier to find:",
];

/** What its recommendation left open, each by a link to the field that asks it. */
export function suggestMissing({ place, missing = [] }: Posted): Flash["more"] {
  const links = missing
    .slice(0, MOST)
    .map((one) => suggestions[one])
    .map(({ text, href }) => ({ text, href: href(place ?? "") }));
  const text = HEADINGS[links.length - 1];
  return place === undefined || text === undefined ? undefined : { text, links };
}

const suggestions: Record<Missing, { text: string; href: (slug: string) => string }> = {
  position: {
    text: "Show where it is on the map",
    href: (slug) => `${paths.placeEdit(slug)}#form-position`,
  },
  hours: { text: "Add its hours", href: (slug) => `${paths.placeHours(slug)}#form-weekdays` },
  vegan: {
    text: "Say what vegans can eat there",
    href: (slug) => `${paths.placeFacts(slug)}#form-vegan`,
  },
  price: { text: "Add what you paid", href: (slug) => `${paths.placeReview(slug)}#form-price` },
  dish: { text: "Name what you had", href: (slug) => `${paths.placeReview(slug)}#form-dish` },
};
