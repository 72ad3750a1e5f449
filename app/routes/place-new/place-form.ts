import { z } from "zod";
import { cuisineSlug, newCuisineSchema } from "#app/domain/cuisines/cuisine-name.ts";
import { handleSchema } from "#app/domain/members/handle.ts";
import { postcodeSchema } from "#app/domain/places/postcode.ts";
import { priceBandSchema } from "#app/domain/places/price-band-schema.ts";
import { websiteSchema } from "#app/domain/places/website.ts";
import { reviewFields } from "#app/domain/reviews/review-fields.ts";
import { requiredLine } from "#app/domain/text/lines.ts";
import { formTokenSchema } from "#app/forms/form-token-field.ts";

const MOST_CUISINES = 5;

const cuisinesSchema = z
  .array(z.string({ error: "Choose cuisines from the list" }).max(160, "Choose cuisines from the list"), {
    error: "Choose cuisines from the list",
  })
  .transform((slugs) => [...new Set(slugs)]);

/** What the form for a new place has to hold. */
export function placeForm({ needsHandle }: { needsHandle: boolean }) {
  return z
    .object({
      name: requiredLine({
        missing: "Enter the name of the place",
        most: 80,
        tooLong: "Shorten the name to 80 characters",
      }),
      street: requiredLine({
        missing: "Enter the street and number",
        most: 120,
        tooLong: "Shorten the street to 120 characters",
      }),
      postcode: postcodeSchema,
      cuisines: cuisinesSchema,
      newCuisine: newCuisineSchema,
      priceBand: priceBandSchema,
      website: websiteSchema,
      ...reviewFields,
      handle: needsHandle ? handleSchema : handleSchema.optional(),
      differentPlace: z.literal("yes").optional().catch(undefined),
      token: formTokenSchema,
    })
    .superRefine(({ cuisines, newCuisine }, context) => {
      const count = new Set([...cuisines, ...(newCuisine ? [cuisineSlug(newCuisine)] : [])]).size;
      if (count >= 1 && count <= MOST_CUISINES) return;
      const message = count === 0 ? "Choose a cuisine, or add one" : `Choose up to ${MOST_CUISINES} cuisines`;
      context.addIssue({ code: "custom", path: ["cuisines"], message });
    });
}
