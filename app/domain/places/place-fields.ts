import { z } from "zod";
import { cuisineSlug, newCuisineSchema } from "../cuisines/cuisine-name.ts";
import { requiredLine } from "../text/fields.ts";
import { optionalPostcodeSchema } from "./postcode.ts";
import { websiteSchema } from "./website.ts";

const BANDS = ["1", "2", "3", "4"] as const;
const WHICH_BAND = "Choose what one person usually pays";

const priceBandSchema = z.enum(BANDS, { error: WHICH_BAND }).transform(Number);

/** As a form has a price band that nobody has said. */
export const UNKNOWN_PRICE_BAND = "unknown";

/** Null where it stays unknown. */
export const priceBandOrUnknownSchema = z
  .enum([...BANDS, UNKNOWN_PRICE_BAND], { error: `${WHICH_BAND}, or not sure` })
  .transform((band) => (band === UNKNOWN_PRICE_BAND ? null : Number(band)));

export const MOST_CUISINES = 5;

const FROM_THE_LIST = "Choose cuisines from the list";

const cuisinesSchema = z
  .array(z.string(), { error: FROM_THE_LIST })
  .refine((slugs) => slugs.every((slug) => slug.length <= 160), FROM_THE_LIST)
  .transform((slugs) => [...new Set(slugs)]);

/** The fields of a form that says where a place is and what it is. `cuisines` are slugs, which need not exist. */
export const placeFields = {
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
  postcode: optionalPostcodeSchema,
  cuisines: cuisinesSchema,
  newCuisine: newCuisineSchema,
  priceBand: priceBandSchema,
  website: websiteSchema,
};

export const NO_CUISINE = "Choose a cuisine, or add one";

const CUISINES_PROBLEM = { path: ["cuisines"], when: hasReadableCuisines };

export function withCountedCuisines<Shape extends z.core.$ZodLooseShape>(form: z.ZodObject<Shape>) {
  return withFewCuisines(form).refine((place) => countCuisines(place) >= 1, {
    ...CUISINES_PROBLEM,
    error: NO_CUISINE,
  });
}

export function withFewCuisines<Shape extends z.core.$ZodLooseShape>(form: z.ZodObject<Shape>) {
  return form.refine((place) => countCuisines(place) <= MOST_CUISINES, {
    ...CUISINES_PROBLEM,
    error: `Choose up to ${MOST_CUISINES} cuisines`,
  });
}

const readCuisines = z.object({ cuisines: z.array(z.string()), newCuisine: z.string().optional() });

export function countCuisines(place: unknown): number {
  const { cuisines, newCuisine } = readCuisines.parse(place);
  return new Set([...cuisines, ...(newCuisine ? [cuisineSlug(newCuisine)] : [])]).size;
}

// Zod asks of a form as a whole only when each field is right, unless told that it can.
function hasReadableCuisines({ value, issues }: z.core.ParsePayload): boolean {
  return (
    readCuisines.safeParse(value).success && !issues.some(({ path }) => path?.[0] === "newCuisine")
  );
}
