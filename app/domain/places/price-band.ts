/** What one person usually pays, as the database numbers it. */
export const PRICE_BANDS = [
  { band: 1, words: "under £8", short: "under £8" },
  { band: 2, words: "£8 to £15", short: "£8–15" },
  { band: 3, words: "£15 to £25", short: "£15–25" },
  { band: 4, words: "over £25", short: "more" },
] as const;

/** The words for a price band from 1 to 4, such as "£8 to £15", or for none. Throws RangeError for another number. */
export function priceBandWords(band: number | null): string {
  if (band === null) return "price unknown";
  const found = PRICE_BANDS.find((candidate) => candidate.band === band);
  if (!found) throw new RangeError(`There is no price band ${band}.`);
  return found.words;
}
