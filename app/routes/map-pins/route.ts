import { findPlaces } from "#app/domain/places/find-places.server.ts";
import { parsePlaceQuery } from "#app/domain/places/parse-place-query.ts";
import { PLACES_PER_PAGE } from "#app/domain/places/place-query.ts";
import { walkWords } from "#app/domain/walk/walk.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import { loadMap } from "#app/ui/map/load-map.server.ts";
import type { Route } from "./+types/route";

/** The map that a list fetches to stand beside it: of the places of its page. */
export async function loader({ url, context }: Route.LoaderArgs) {
  const { query } = parsePlaceQuery(url.searchParams);
  const found = await findPlaces(query, context.get(visitorContext).now());
  const first = (query.page - 1) * PLACES_PER_PAGE + 1;
  return {
    ...(await loadMap(found, first)),
    places: found.places.map(({ slug, name, metres, latitude }, index) => ({
      number: first + index,
      name,
      href: paths.place(slug),
      walk: walkWords(metres, latitude === null),
    })),
  };
}
