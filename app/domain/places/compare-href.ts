/** The address where places stand side by side. */
export function compareHref(slugs: string[]): string {
  const parameters = new URLSearchParams(slugs.map((slug) => ["place", slug]));
  return parameters.size === 0 ? "/places/compare" : `/places/compare?${parameters}`;
}
