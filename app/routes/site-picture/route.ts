import { answerWithPicture } from "#app/ui/pictures/picture-answer.server.ts";
import { sitePicture } from "#app/ui/pictures/site-picture.server.ts";
import type { Route } from "./+types/route";

export function loader({ url }: Route.LoaderArgs) {
  return answerWithPicture(url, sitePicture());
}
