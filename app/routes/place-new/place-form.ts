import { z } from "zod";
import { cuisineSlug, newCuisineSchema } from "#app/domain/cuisines/cuisine-name.ts";
import { postcodeSchema } from "#app/domain/places/postcode.ts";
import { priceBandSchema } from "#app/domain/places/price-band-schema.ts";
import { websiteSchema } from "#app/domain/places/website.ts";
import { reviewFields } from "#app/domain/reviews/review-fields.ts";
import { requiredLine } from "#app/domain/text/lines.ts";
import { postingFields } from "#app/forms/posting-fields.ts";

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
      ...postingFields({ needsHandle }),
      differentPlace: z.literal("yes").optional().catch(undefined),
    })
    .refine((place) => countCuisines(place) >= 1, {
      path: ["cuisines"],
      error: "Choose a cuisine, or add one",
      when: hasReadableCuisines,
    })
    .refine((place) => countCuisines(place) <= MOST_CUISINES, {
      path: ["cuisines"],
      error: `Choose up to ${MOST_CUISINES} cuisines`,
      when: hasReadableCuisines,
    });
}

const readCuisines = z.object({ cuisines: z.array(z.string()), newCuisine: z.string().optional() });

function countCuisines({ cuisines, newCuisine }: z.infer<typeof readCuisines>): number {
  return new Set([...cuisines, ...(newCuisine ? [cuisineSlug(newCuisine)] : [])]).size;
}

// Zod asks of a form as a whole only when each field is right, unless told that it can.
function hasReadableCuisines({ value, issues }: z.core.ParsePayload): boolean {
  return readCuisines.safeParse(value).success && !issues.some(({ path }) => path?.[0] === "newCuisine");
}
