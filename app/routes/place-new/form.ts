import { z } from "zod";
import { placeFields, withCountedCuisines } from "#app/domain/places/place-fields.ts";
import { reviewFields } from "#app/domain/reviews/review-fields.ts";
import { authorFields } from "#app/forms/form-schema.ts";

export function placeForm({ needsHandle }: { needsHandle: boolean }) {
  return withCountedCuisines(
    z.object({
      differentPlace: z.literal("yes").optional().catch(undefined),
      ...placeFields,
      ...reviewFields,
      ...authorFields({ needsHandle }),
    }),
  );
}
