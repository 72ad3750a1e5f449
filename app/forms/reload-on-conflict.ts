type Revalidation = { actionStatus?: number; defaultShouldRevalidate: boolean };

/** For a page that shows what its form is about: that may have changed meanwhile. */
export function reloadOnConflict({ actionStatus, defaultShouldRevalidate }: Revalidation): boolean {
  return actionStatus === 409 || defaultShouldRevalidate;
}
