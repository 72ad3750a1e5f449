import { formatPounds, PRICE_KINDS, type PriceKind } from "../reviews/price.ts";

/** What one person usually pays, as the database numbers it. The dearest has no most: 9999 is more than any filter asks. */
export const PRICE_BANDS = [
  { band: 1, words: "under £8", short: "under £8", mostPence: 799 },
  { band: 2, words: "£8 to £15", short: "£8–15", mostPence: 1499 },
  { band: 3, words: "£15 to £25", short: "£15–25", mostPence: 2499 },
  { band: 4, words: "over £25", short: "more", mostPence: 9999 },
] as const;

/** The dearest stands for a price that nobody has said: it is in no list of what costs less. */
const UNKNOWN_BAND = 4;

/** How a row of places has a price band, or none. */
export function priceColumns(band: number | null): { priceBand: number; priceIsUnknown: boolean } {
  return { priceBand: band ?? UNKNOWN_BAND, priceIsUnknown: band === null };
}

/** The words for a price band from 1 to 4, such as "£8 to £15", or for none. Throws RangeError for another number. */
export function priceBandWords(band: number | null): string {
  if (band === null) return "price unknown";
  const found = PRICE_BANDS.find((candidate) => candidate.band === band);
  if (!found) throw new RangeError(`There is no price band ${band}.`);
  return found.words;
}

/** What is known of a place's prices: the band that somebody chose, and the middle of what people paid, by what it was for. */
type PlacePrices = {
  priceBand: number | null;
  /** For meals. */
  medianPence: number | null;
  drinkPence: number | null;
  bitePence: number | null;
  mainly: PriceKind | null;
};

/** Unless somebody has said what the band is of, the lowest may be that of drinks where those alone are known. */
function isBandOfMeals({ priceBand, drinkPence, bitePence, mainly }: PlacePrices): boolean {
  if (priceBand === null) return false;
  if (mainly !== null) return mainly === "meal";
  return priceBand > 1 || (drinkPence === null && bitePence === null);
}

/** "£9.50", "£8 to £15" of a band, or "drinks £3.40" where nothing else is known, and where drinks are asked for. */
export function placePriceWords(
  prices: PlacePrices,
  asked: PriceKind = "meal",
): { words: string; isBand: boolean; isKnown: boolean } {
  const { medianPence, priceBand, mainly } = prices;
  if (asked !== "meal") {
    const isPaid = penceOf(prices, asked) !== null;
    const isBand = !isPaid && mainly === asked && priceBand !== null;
    const words = isBand ? bandWords(asked, priceBand) : kindPriceWords(prices, asked);
    return { words, isBand, isKnown: isPaid || isBand };
  }
  if (medianPence !== null) {
    return { words: formatPounds(medianPence), isBand: false, isKnown: true };
  }
  if (isBandOfMeals(prices)) {
    return { words: priceBandWords(priceBand), isBand: true, isKnown: true };
  }
  const others = (["drink", "bite"] as const).filter((kind) => penceOf(prices, kind) !== null);
  const words = others.map((kind) => kindPriceWords(prices, kind));
  if (words.length === 0 && mainly !== null && priceBand !== null) {
    words.push(bandWords(mainly, priceBand));
  }
  return { words: words.join(", ") || priceBandWords(null), isBand: false, isKnown: false };
}

/** "drinks under £8" */
function bandWords(kind: PriceKind, band: number): string {
  return `${severalOf(kind)} ${priceBandWords(band)}`;
}

/** "drinks £3.40" */
function kindPriceWords(prices: PlacePrices, kind: PriceKind): string {
  const pence = penceOf(prices, kind);
  return pence === null
    ? `price of ${severalOf(kind)} unknown`
    : `${severalOf(kind)} ${formatPounds(pence)}`;
}

function penceOf({ medianPence, drinkPence, bitePence }: PlacePrices, kind: PriceKind) {
  return { meal: medianPence, drink: drinkPence, bite: bitePence }[kind];
}

/** "drinks" */
export function severalOf(kind: PriceKind): string {
  return PRICE_KINDS.find((candidate) => candidate.kind === kind)?.several ?? kind;
}
