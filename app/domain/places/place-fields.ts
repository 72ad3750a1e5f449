import { z } from "zod";
import { cuisineSlug, newCuisineSchema } from "../cuisines/cuisine-name.ts";
import { cleanLine, MOST_TYPED } from "../text/cleaning.ts";
import { requiredLine } from "../text/fields.ts";
import { parseUrl } from "../text/parse-url.ts";

const priceBandSchema = z
  .enum(["1", "2", "3", "4"], { error: "Choose what one person usually pays" })
  .transform(Number);

const POSTCODE_MESSAGE = "Enter a full postcode, like N4 3HH";

/** A UK postcode in any spelling, turned into its usual form: "n43hh" becomes "N4 3HH". */
export const postcodeSchema = z
  .string({ error: POSTCODE_MESSAGE })
  .max(MOST_TYPED.line, { error: POSTCODE_MESSAGE, abort: true })
  .transform((text) => cleanLine(text).toUpperCase().replaceAll(" ", ""))
  .pipe(
    z
      .string({ error: POSTCODE_MESSAGE })
      .regex(/^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$/, POSTCODE_MESSAGE),
  )
  .transform((text) => `${text.slice(0, -3)} ${text.slice(-3)}`);

const WEBSITE_MESSAGE =
  "Enter a web address that starts with https:// or http://, like https://example.org";
const MOST = 300;

/** A web address of a place, or undefined when left out. Only http and https are let through; "example.org" is. */
export const websiteSchema = z
  .string({ error: WEBSITE_MESSAGE })
  .max(MOST_TYPED.line, { error: WEBSITE_MESSAGE, abort: true })
  .transform(cleanLine)
  .transform((text) => (/^[\w-]+(\.[\w-]+)+(\/|$)/.test(text) ? `https://${text}` : text))
  .refine((text) => text === "" || isWebAddress(text), WEBSITE_MESSAGE)
  .transform((text) => (text === "" ? undefined : new URL(text).href))
  .optional();

/** A web address as people say it: without the scheme, "www." and a lone slash at the end. */
export function shortWebsite(website: string): string {
  return website.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
}

function isWebAddress(text: string): boolean {
  const url = parseUrl(text);
  if (!url || !/^https?:$/.test(url.protocol)) return false;
  return url.hostname.includes(".") && !url.username && !url.password && url.href.length <= MOST;
}

export const MOST_CUISINES = 5;

const FROM_THE_LIST = "Choose cuisines from the list";

const cuisinesSchema = z
  .array(z.string({ error: FROM_THE_LIST }).max(160, FROM_THE_LIST), { error: FROM_THE_LIST })
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
  postcode: postcodeSchema,
  cuisines: cuisinesSchema,
  newCuisine: newCuisineSchema,
  priceBand: priceBandSchema,
  website: websiteSchema,
};

export function withCountedCuisines<Shape extends z.core.$ZodLooseShape>(form: z.ZodObject<Shape>) {
  const problem = { path: ["cuisines"], when: hasReadableCuisines };
  return form
    .refine((place) => countCuisines(place) >= 1, {
      ...problem,
      error: "Choose a cuisine, or add one",
    })
    .refine((place) => countCuisines(place) <= MOST_CUISINES, {
      ...problem,
      error: `Choose up to ${MOST_CUISINES} cuisines`,
    });
}

const readCuisines = z.object({ cuisines: z.array(z.string()), newCuisine: z.string().optional() });

function countCuisines(place: unknown): number {
  const { cuisines, newCuisine } = readCuisines.parse(place);
  return new Set([...cuisines, ...(newCuisine ? [cuisineSlug(newCuisine)] : [])]).size;
}

// Zod asks of a form as a whole only when each field is right, unless told that it can.
function hasReadableCuisines({ value, issues }: z.core.ParsePayload): boolean {
  return (
    readCuisines.safeParse(value).success && !issues.some(({ path }) => path?.[0] === "newCuisine")
  );
}
