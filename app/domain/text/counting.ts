export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? singular : plural}`;
}

export function listInWords(words: string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "in 20 seconds", "in 5 minutes", "in 2 hours"; rounded up. */
export function inWords(seconds: number): string {
  if (seconds <= 90) return `in ${countOf(seconds, "second")}`;
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 90
    ? `in ${countOf(minutes, "minute")}`
    : `in ${countOf(Math.ceil(minutes / 60), "hour")}`;
}

/** "a moment ago", "5 minutes ago", "2 hours ago"; rounded down. */
export function agoInWords(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return "a moment ago";
  return `${minutes < 60 ? countOf(minutes, "minute") : countOf(Math.floor(minutes / 60), "hour")} ago`;
}

/** At least one, even for an empty list. */
export function countPages(count: number, perPage: number): number {
  return Math.max(1, Math.ceil(count / perPage));
}

export function pageOf(page: number, pages: number): string {
  return pages > 1 ? ` (page ${page} of ${pages})` : "";
}
