/** How many pages a list has: one, also when there is nothing on it. */
export function countPages(count: number, perPage: number): number {
  return Math.max(1, Math.ceil(count / perPage));
}

/** " (page 2 of 4)" after a heading or title; empty when there is one page. */
export function pageOf(page: number, pages: number): string {
  return pages > 1 ? ` (page ${page} of ${pages})` : "";
}
