import { cleanLine } from "../text/cleaning.ts";
import { foldToSlug } from "../text/folding.ts";
import KIND_WORDS from "./price-kinds.json" with { type: "json" };

export function parsePounds(text: string): number | undefined {
  const match = /^£?\s?(\d{1,5})(?:\.(\d{1,2}))?$/.exec(cleanLine(text));
  if (!match) return undefined;
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}

export function formatPounds(pence: number): string {
  return `£${(pence / 100).toFixed(2)}`;
}

/** What a price was paid for, with the words for one of it and for several. */
export const PRICE_KINDS = [
  { kind: "meal", words: "a meal", several: "meals" },
  { kind: "drink", words: "a drink", several: "drinks" },
  { kind: "bite", words: "a bite", several: "bites" },
] as const;

export type PriceKind = (typeof PRICE_KINDS)[number]["kind"];

/** "£3.40 for a drink"; undefined where nobody has said what they paid. */
export function paidWords({
  pricePence,
  priceKind,
}: {
  pricePence: number | null;
  priceKind: string | null;
}): string | undefined {
  if (pricePence === null) return undefined;
  const words = PRICE_KINDS.find(({ kind }) => kind === priceKind)?.words;
  return words === undefined
    ? formatPounds(pricePence)
    : `${formatPounds(pricePence)} for ${words}`;
}

/** In pence: for less nobody gets a meal. */
const LEAST_MEAL_PENCE = 250;

/** What a price was probably for. A dish that we know no word of is a meal. */
export function guessPriceKind(dish: string | null | undefined, pence: number): PriceKind {
  const kind = kindOfDish(dish ?? "");
  return kind === "meal" && pence < LEAST_MEAL_PENCE ? "bite" : kind;
}

/** Of "soup and bread" or "coffee with cake" the most filling counts. */
function kindOfDish(dish: string): PriceKind {
  const parts = foldToSlug(dish.replace(/[+,;/]/g, " and ")).split(/-(?:and|with|plus|in|on)-/);
  const kinds = parts.map(kindOfPart);
  if (kinds.includes("meal") || kinds[0] === undefined) return "meal";
  return kinds.includes("bite") ? "bite" : "drink";
}

/** The word that ends last decides: "coffee cake" is a bite. */
function kindOfPart(part: string): PriceKind | undefined {
  const known = KNOWN_WORDS.flatMap(({ word, kind }) => {
    const at = `-${part}-`.indexOf(word);
    return at < 0 ? [] : [{ word, kind, end: at + word.length }];
  });
  const [last] = known.sort(
    (one, other) => other.end - one.end || other.word.length - one.word.length,
  );
  return last?.kind;
}

// Pure, so that no browser gets the words: the server guesses.
const KNOWN_WORDS = /* @__PURE__ */ listKnownWords();

function listKnownWords() {
  return PRICE_KINDS.flatMap(({ kind }) =>
    KIND_WORDS[kind].flatMap((word) =>
      ["", "s", "es"].map((ending) => ({ word: `-${word}${ending}-`, kind })),
    ),
  );
}
