/** The address of a place's page. */
export function placeHref(slug: string): string {
  return `/places/${encodeURIComponent(slug)}`;
}

/** The address of the form for a review of a place. */
export function reviewFormHref(slug: string): string {
  return `${placeHref(slug)}/review`;
}

/** The addresses of the forms by which anybody corrects what is said of a place. */
export function correctionHrefs(slug: string) {
  const href = placeHref(slug);
  return {
    edit: `${href}/edit`,
    hours: `${href}/hours`,
    facts: `${href}/facts`,
    seen: `${href}/seen`,
  };
}

/** The address of the form that says that a place is listed twice. @param other the slug of the other page, once it is known */
export function mergeFormHref(slug: string, other?: string): string {
  return `${placeHref(slug)}/merge${other === undefined ? "" : `?with=${encodeURIComponent(other)}`}`;
}

/** The address of what was changed on a place's page. */
export function historyHref(slug: string): string {
  return `${placeHref(slug)}/history`;
}

/** The address of the form by which who recommended a place deletes it, or hands it over. */
export function placeDeletionHref(slug: string): string {
  return `${placeHref(slug)}/delete`;
}
