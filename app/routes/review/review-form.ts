import { z } from "zod";
import { reviewFields } from "#app/domain/reviews/review-fields.ts";
import { postingFields } from "#app/forms/posting-fields.ts";

/** What the form for a review has to hold. */
export function reviewForm({ needsHandle }: { needsHandle: boolean }) {
  return z.object({ ...reviewFields, ...postingFields({ needsHandle }) });
}

export type ReviewForm = ReturnType<typeof reviewForm>;
