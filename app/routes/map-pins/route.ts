import { findPlaces } from "#app/domain/places/find-places.server.ts";
import { parsePlaceQuery } from "#app/domain/places/parse-place-query.ts";
import { PLACES_PER_PAGE } from "#app/domain/places/place-query.ts";
import { campusPosition } from "#app/domain/site/site.server.ts";
import { describeBaseMap } from "#app/domain/walk/base-map.server.ts";
import { walkWords } from "#app/domain/walk/walk.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths } from "#app/paths.ts";
import { drawFoundPlaces } from "#app/ui/map/draw-map.ts";
import type { Route } from "./+types/route";

/** The map that a list fetches to stand beside it. */
export async function loader({ url, context }: Route.LoaderArgs) {
  const { query } = parsePlaceQuery(url.searchParams);
  const found = await findPlaces(query, context.get(visitorContext).now());
  const first = (found.query.page - 1) * PLACES_PER_PAGE + 1;
  return {
    map: drawFoundPlaces(found, campusPosition(), await describeBaseMap()),
    places: found.places.map(({ slug, name, metres, latitude }, index) => ({
      number: first + index,
      name,
      href: paths.place(slug),
      walk: walkWords(metres, latitude === null),
    })),
  };
}
