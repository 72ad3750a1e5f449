import { redirect } from "react-router";
import { parsePlaceQuery } from "#app/domain/places/parse-place-query.ts";
import { drawPlace } from "#app/domain/places/surprise.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";

/** Redirects to a random place that matches, or to the list if none does. */
export async function loader({ url, context }: Route.LoaderArgs) {
  const visitor = context.get(visitorContext);
  const { query } = parsePlaceQuery(url.searchParams);
  const slug = await drawPlace(query, await visitor.surprises(), visitor.now());
  if (slug === undefined) return redirect(paths.places({ ...query, page: 1 }));
  await visitor.rememberSurprise(slug);
  return redirect(paths.place(slug));
}
