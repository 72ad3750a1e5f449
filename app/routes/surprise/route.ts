import { redirect } from "react-router";
import { parsePlaceQuery } from "#app/domain/places/parse-place-query.ts";
import { drawPlace } from "#app/domain/places/surprise.server.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";

/** Redirects to a random place that matches, or to the list if none does. */
export async function loader({ url, context }: Route.LoaderArgs) {
  const visitor = context.get(visitorContext);
  const { query } = parsePlaceQuery(url.searchParams);
  const place = await drawPlace(query, await visitor.surprises(), visitor.now());
  if (!place) return redirect(paths.places({ ...query, page: 1 }));
  await visitor.rememberSurprise(place.slug);
  const another = paths.surprise(query);
  await visitor.flash({
    text:
      place.among === 1
        ? "A surprise, though it is the only place that fits."
        : `A surprise, drawn from ${countOf(place.among, "place")}.`,
    link: { href: paths.places(query), text: "Back to the list" },
    next: { href: another, text: "Draw another" },
  });
  return redirect(paths.place(place.slug));
}
