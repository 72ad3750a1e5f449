import type { FoundPlaces } from "../places/find-places.server.ts";
import { PLACES_PER_PAGE } from "../places/list-places.server.ts";
import { placeHref } from "../places/place-href.ts";
import type { Position } from "../places/place-query.ts";
import { drawMap } from "./draw-map.ts";

/** The map of one page of the list, with the list's numbers. @param campus where walks start, unless the query says otherwise */
export function drawFoundPlaces({ query, places }: Pick<FoundPlaces, "query" | "places">, campus: Position) {
  const first = (query.page - 1) * PLACES_PER_PAGE + 1;
  const onMap = places.map(({ slug, name, latitude, longitude }, index) => ({
    number: first + index,
    name,
    href: placeHref(slug),
    position: latitude === null || longitude === null ? undefined : { latitude, longitude },
  }));
  return drawMap(query.from ?? campus, onMap);
}
