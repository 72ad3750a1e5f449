import { data } from "react-router";
import { explainMissingPlace } from "#app/domain/places/missing-place.server.ts";

/** What a screen of a place throws when the place is not shown: the page that says why, as far as that is public. */
export async function missingPlace(slug: string) {
  const { status, words } = await explainMissingPlace(slug);
  return data(words, { status });
}
