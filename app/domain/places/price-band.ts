/** What one person usually pays, as the database numbers it. */
export const PRICE_BANDS = [
  { band: 1, words: "under £8" },
  { band: 2, words: "£8 to £15" },
  { band: 3, words: "£15 to £25" },
  { band: 4, words: "over £25" },
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
