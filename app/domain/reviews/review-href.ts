/** The address of a review's own page. */
export function reviewHref(id: number): string {
  return `/reviews/${id}`;
}

/** The address of the form by which its author deletes a review. */
export function reviewDeletionHref(id: number): string {
  return `${reviewHref(id)}/delete`;
}
