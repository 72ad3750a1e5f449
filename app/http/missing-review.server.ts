import { data } from "react-router";
import { explainMissingReview } from "#app/domain/reviews/review-page.server.ts";
import { idIn } from "./id-in-address.server.ts";

/** The id of a review in an address. Throws the page that says that there is nothing at the address. */
export function reviewIdIn({ id }: { id: string }): number {
  return idIn(id);
}

/** What a screen of a review throws when the review is not shown: the page that says why, as far as that is public. */
export async function missingReview(id: number) {
  const { status, words } = await explainMissingReview(id);
  return data(words, { status });
}
