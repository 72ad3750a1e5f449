import { type PlaceQuery, placeQueryParameters } from "./place-query.ts";

/** The address where places stand side by side, with the list that they were chosen from. */
export function compareHref(slugs: string[], list: PlaceQuery): string {
  const parameters = new URLSearchParams([
    ...slugs.map((slug) => ["place", slug]),
    ...new URLSearchParams(placeQueryParameters(list)),
  ]);
  return parameters.size === 0 ? "/places/compare" : `/places/compare?${parameters}`;
}
