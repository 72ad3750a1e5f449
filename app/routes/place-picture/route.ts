import { findPlacePage } from "#app/domain/places/place-page.server.ts";
import { missingPlace } from "#app/http/address.server.ts";
import { answerWithPicture } from "#app/ui/pictures/picture-answer.server.ts";
import { placePicture } from "#app/ui/pictures/place-picture.server.ts";
import type { Route } from "./+types/route";

export async function loader({ params, url }: Route.LoaderArgs) {
  const place = await findPlacePage(params.slug);
  if (!place) throw await missingPlace(params.slug);
  return answerWithPicture(url, placePicture(place));
}
