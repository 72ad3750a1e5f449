import { findPlaces } from "#app/domain/places/find-places.server.ts";
import { parsePlaceQuery } from "#app/domain/places/parse-place-query.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { listPicture } from "#app/ui/pictures/list-picture.server.ts";
import { answerWithPicture } from "#app/ui/pictures/picture-answer.server.ts";
import { sitePicture } from "#app/ui/pictures/site-picture.server.ts";
import type { Route } from "./+types/route";

export async function loader({ url, context }: Route.LoaderArgs) {
  const { query } = parsePlaceQuery(url.searchParams);
  const found = await findPlaces(query, context.get(visitorContext).now());
  return answerWithPicture(url, listPicture(found) ?? sitePicture());
}
