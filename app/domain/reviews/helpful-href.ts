/** Where members say whether a review was helpful. */
export function helpfulHref(reviewId: number): string {
  return `/reviews/${reviewId}/helpful`;
}
