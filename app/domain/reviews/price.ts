import { cleanLine } from "../text/cleaning.ts";
import { foldToSlug } from "../text/folding.ts";
import KIND_WORDS from "./price-kinds.json" with { type: "json" };

const LIKE = "like 6.50";
const GENERAL = `Enter what you paid in pounds and pence, ${LIKE}`;
/** Without a pound sign or a point, so much is more often in pence. */
const LEAST_ASKED = 100;

type ReadPounds = { pence: number } | { problem: string };

/** Reads "£6.50", "6.5", "8,50", "850p", ".50", "8.50£", "£1,000" or "6.50 each". */
export function readPounds(text: string): ReadPounds {
  const typed = plainPrice(text);
  const amount = typed.replace(/^(?:£|gbp) ?|(?<=\d) ?(?:£|gbp|quid|pounds?)$/g, "");
  const pence = /^(\d{1,6}) ?(?:p|pence)$/.exec(typed);
  if (pence) return { pence: Number(pence[1]) };
  const plain = /^(\d{1,5}|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/.exec(amount);
  const comma = /^(\d{1,5}),(\d{1,2})$/.exec(amount);
  const pointOnly = /^[.,](\d{1,2})$/.exec(amount);
  if (pointOnly) return { pence: penceOf("0", pointOnly[1]) };
  if (comma) return { pence: penceOf(comma[1], comma[2]) };
  if (!plain) return { problem: problemOf(typed, amount) };
  const read = penceOf(plain[1]?.replaceAll(",", ""), plain[2]);
  const isBare = typed === plain[1] && !typed.includes(",");
  return isBare && read >= LEAST_ASKED * 100 && read <= 10_000_000
    ? { problem: ask(Number(typed)) }
    : { pence: read };
}

export function parsePounds(text: string): number | undefined {
  const read = readPounds(text);
  return "pence" in read ? read.pence : undefined;
}

function plainPrice(text: string): string {
  return cleanLine(text)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/ (?:each|pp|p\/p|per (?:person|head)|a head|for one)$/, "")
    .replace(/(?<=\d\.\d{1,2})p$/, "")
    .replace(/[.\-=/]+$/, "")
    .trim();
}

function penceOf(pounds = "0", pence = ""): number {
  return Number(pounds) * 100 + Number(pence.padEnd(2, "0"));
}

function ask(number: number): string {
  return `Do you mean ${formatPounds(number)}? Write it with a point, or £${number} if it was that much`;
}

function problemOf(typed: string, amount: string): string {
  if (/[€$¥₹]|\b(?:eur|euros?|usd|dollars?|cents?)\b/.test(typed)) {
    return `Enter the price in pounds, ${LIKE}`;
  }
  if (/^(?:free|nothing|on the house|complimentary)$/.test(typed)) {
    return "Leave this empty if you paid nothing";
  }
  if (/^(?:n\/a|unknown|\?+|idk|(?:i )?(?:don't|can't|do not) (?:know|remember))$/.test(typed)) {
    return "Leave this empty if you do not know";
  }
  if (/^[-−–+]/.test(amount)) return GENERAL;
  if (/\d.*(?:-|–|—|\bto\b|\bor\b|\/|\band\b|&|\+).*\d/.test(amount)) {
    return `Enter one price: what you paid yourself, ${LIKE}`;
  }
  if (/\bfor (?:\d|two|three|four|both|all)|\d ?[x×] ?/.test(amount)) {
    return `Enter what one person paid, ${LIKE}`;
  }
  if (/about|around|approx|roughly|~|ish|under|over|less|more|<|>/.test(typed)) {
    return `Enter the nearest price that you know, ${LIKE}`;
  }
  if (/^\d+[.,]\d{3,}$/.test(amount)) return `Enter at most two figures after the point, ${LIKE}`;
  const parts = /^(\d{1,3})[ :;](\d{2})$/.exec(amount);
  if (parts) return `Do you mean £${parts[1]}.${parts[2]}? Write it with a point`;
  return GENERAL;
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
