import type { FoundPlaces } from "#app/domain/places/find-places.server.ts";
import { PLACES_PER_PAGE } from "#app/domain/places/page-of-places.server.ts";
import type { Position } from "#app/domain/walk/coordinates.ts";
import { drawMap } from "./draw-map.ts";

/** The map of one page of the list, with the list's numbers. @param campus where walks start, unless the query says otherwise */
export function drawFoundPlaces(
  { query, places }: Pick<FoundPlaces, "query" | "places">,
  campus: Position,
) {
  const first = (query.page - 1) * PLACES_PER_PAGE + 1;
  return drawMap({
    origin: query.from ?? campus,
    originName: query.from ? "Here" : "Campus",
    places: places.map(({ latitude, longitude }, index) => ({
      number: first + index,
      position: latitude === null || longitude === null ? undefined : { latitude, longitude },
    })),
  });
}
