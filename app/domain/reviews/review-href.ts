/** The address of a review's own page. */
export function reviewHref(id: number): string {
  return `/reviews/${id}`;
}
