import { data } from "react-router";
import { z } from "zod";
import { explainMissingReview } from "#app/domain/reviews/review-page.server.ts";

const idSchema = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number);

/** The id of a review in an address. Throws the page that says that there is nothing at the address. */
export function reviewIdIn({ id }: { id: string }): number {
  const parsed = idSchema.safeParse(id);
  if (!parsed.success) throw data(null, { status: 404 });
  return parsed.data;
}

/** What a screen of a review throws when the review is not shown: the page that says why, as far as that is public. */
export async function missingReview(id: number) {
  const { status, words } = await explainMissingReview(id);
  return data(words, { status });
}
