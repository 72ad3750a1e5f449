import { redirect } from "react-router";
import { findPlaces } from "#app/domain/places/find-places.server.ts";
import { parsePlaceQuery } from "#app/domain/places/parse-place-query.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { writePlacesText } from "./write-places-text.ts";

export async function loader({ url, context }: Route.LoaderArgs) {
  const now = context.get(visitorContext).now();
  const { query, ignored } = parsePlaceQuery(url.searchParams);
  const found = await findPlaces(query, now);
  if (found.query.page > found.pages) {
    throw redirect(paths.placesAsText({ ...found.query, page: 1 }));
  }
  const text = writePlacesText(found, { ignored, now, site: describeSite(), origin: url.origin });
  return new Response(text, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
