import { type PlaceQuery, placeQueryParameters } from "../places/place-query.ts";

/** The address of the map for a place query. */
export function mapHref(query: PlaceQuery): string {
  return `/map${placeQueryParameters(query)}`;
}
