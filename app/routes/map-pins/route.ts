import { findPlaces } from "#app/domain/places/find-places.server.ts";
import { parsePlaceQuery } from "#app/domain/places/parse-place-query.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { loadMap } from "#app/ui/map/load-map.server.ts";
import type { Route } from "./+types/route";

/** The map that a list fetches to stand beside it. */
export async function loader({ url, context }: Route.LoaderArgs) {
  const { query } = parsePlaceQuery(url.searchParams);
  return loadMap(await findPlaces(query, context.get(visitorContext).now()));
}
