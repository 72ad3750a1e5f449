import { z } from "zod";
import { handleSchema } from "#app/domain/members/handle.ts";
import { reviewFields } from "#app/domain/reviews/review-fields.ts";
import { formTokenSchema } from "#app/forms/form-token-field.ts";

/** What the form for a review has to hold. */
export function reviewForm({ needsHandle }: { needsHandle: boolean }) {
  return z.object({
    ...reviewFields,
    handle: needsHandle ? handleSchema : handleSchema.optional(),
    token: formTokenSchema,
  });
}

export type ReviewForm = ReturnType<typeof reviewForm>;
