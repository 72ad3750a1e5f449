import { type PlaceQuery, placeQueryHref } from "#app/domain/places/place-query.ts";

/** What the filter is called that lets in the places that are closed. */
export const CLOSED_FILTER = "Places that closed for good";

/** For each filter that is on, its name, and the query and address of the list without it. */
export function withoutEachFilter(query: PlaceQuery, chosen: { slug: string; name: string }[]) {
  const withoutCuisine = chosen.map(({ slug, name }) => ({
    name,
    query: { ...query, cuisines: query.cuisines.filter((other) => other !== slug), page: 1 },
  }));
  const withoutClosed = query.includeClosed
    ? [{ name: CLOSED_FILTER, query: { ...query, includeClosed: false, page: 1 } }]
    : [];
  return [...withoutCuisine, ...withoutClosed].map((way) => ({ ...way, href: placeQueryHref(way.query) }));
}
