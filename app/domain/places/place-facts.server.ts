import { z } from "zod";
import type { OpeningHours } from "../hours/opening-hours.ts";
import { DIETS, FEATURES, PORTIONS } from "./needs.ts";
import type { Needs } from "./needs-fields.ts";
import { findPlace } from "./place-page.server.ts";

const bankHolidaysSchema = z.enum(["usual", "closed", "own"]).nullable();

const dietsSchema = z.array(
  z.object({
    diet: z.enum(DIETS.map(({ diet }) => diet)),
    portion: z.enum(PORTIONS.map(({ portion }) => portion)),
  }),
);

const featuresSchema = z.array(
  z.object({ feature: z.enum(FEATURES.map(({ feature }) => feature)), present: z.boolean() }),
);

/** A place with its hours and needs as the forms and the page have them, or null where there is none with this slug. */
export async function findPlaceFacts(slug: string) {
  const place = await findPlace(slug);
  return place && { ...place, hours: readStoredHours(place), needs: readStoredNeeds(place) };
}

export type PlaceFacts = NonNullable<Awaited<ReturnType<typeof findPlaceFacts>>>;

type FoundPlace = NonNullable<Awaited<ReturnType<typeof findPlace>>>;

function readStoredHours({ hoursConfirmedOn, bankHolidays, openingIntervals }: FoundPlace): OpeningHours | null {
  if (hoursConfirmedOn === null) return null;
  return {
    confirmedOn: hoursConfirmedOn,
    bankHolidays: bankHolidaysSchema.parse(bankHolidays),
    intervals: openingIntervals,
  };
}

function readStoredNeeds(place: FoundPlace): Needs {
  const needs: Needs = { diets: {}, features: {} };
  for (const { diet, portion } of dietsSchema.parse(place.diets)) needs.diets[diet] = portion;
  for (const { feature, present } of featuresSchema.parse(place.features)) needs.features[feature] = present;
  return needs;
}
