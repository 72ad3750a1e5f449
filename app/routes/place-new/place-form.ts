import { z } from "zod";
import { placeFields, withCountedCuisines } from "#app/domain/places/place-fields.ts";
import { reviewFields } from "#app/domain/reviews/review-fields.ts";
import { postingFields } from "#app/forms/posting-fields.ts";

/** What the form for a new place has to hold. */
export function placeForm({ needsHandle }: { needsHandle: boolean }) {
  return withCountedCuisines(
    z.object({
      ...placeFields,
      ...reviewFields,
      ...postingFields({ needsHandle }),
      differentPlace: z.literal("yes").optional().catch(undefined),
    }),
  );
}

export type PlaceForm = ReturnType<typeof placeForm>;
