import type { FoundPlaces } from "#app/domain/places/find-places.server.ts";
import { PLACES_PER_PAGE } from "#app/domain/places/place-query.ts";
import { campusPosition } from "#app/domain/site/site.server.ts";
import { describeBaseMap } from "#app/domain/walk/base-map.server.ts";
import { walkWords } from "#app/domain/walk/walk.ts";
import { paths } from "#app/paths.ts";
import { drawFoundPlaces } from "#app/ui/map/draw-map.ts";
import { placeBaseMap } from "#app/ui/map/place-base-map.ts";

/** The pins of one page of places, what lies under them, and the places as a list beside it. */
export async function loadMap(found: Pick<FoundPlaces, "query" | "places">) {
  const { query } = found;
  const first = (query.page - 1) * PLACES_PER_PAGE + 1;
  const map = drawFoundPlaces(found, campusPosition());
  const known = await describeBaseMap();
  return {
    map,
    base: known && placeBaseMap(known, query.from ?? campusPosition(), map),
    places: found.places.map(({ slug, name, metres, latitude }, index) => ({
      number: first + index,
      name,
      href: paths.place(slug),
      walk: walkWords(metres, latitude === null),
    })),
  };
}
