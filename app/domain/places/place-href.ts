/** The address of a place's page. */
export function placeHref(slug: string): string {
  return `/places/${encodeURIComponent(slug)}`;
}

/** The address of the form for a review of a place. */
export function reviewFormHref(slug: string): string {
  return `${placeHref(slug)}/review`;
}
