/** A number with its noun: "1 place", "12 places", "no places" never (zero is "0 places"). */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? singular : plural}`;
}

/** Words in a row: "a", "a and b", "a, b and c". */
export function listInWords(words: string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** A sentence of words that may stand within one: the first letter made a capital. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** When something may be tried again: "in 20 seconds", "in 5 minutes", "in 2 hours". Never too soon. @param seconds from now */
export function inWords(seconds: number): string {
  if (seconds <= 90) return `in ${countOf(seconds, "second")}`;
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 90
    ? `in ${countOf(minutes, "minute")}`
    : `in ${countOf(Math.ceil(minutes / 60), "hour")}`;
}

/** How many pages a list has: one, also when there is nothing on it. */
export function countPages(count: number, perPage: number): number {
  return Math.max(1, Math.ceil(count / perPage));
}

/** " (page 2 of 4)" after a heading or title; empty when there is one page. */
export function pageOf(page: number, pages: number): string {
  return pages > 1 ? ` (page ${page} of ${pages})` : "";
}
