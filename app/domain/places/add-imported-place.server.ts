import type { PrismaClient } from "#app/db/database.server.ts";
import { dayInLondon } from "../text/dates.ts";
import { placeNameKey } from "./find-duplicates.server.ts";
import type { ImportedPlace } from "./imported-facts.ts";
import type { KeptFacts } from "./place-facts-schema.ts";
import { priceColumns } from "./price-band.ts";
import { findFreeSlug } from "./slug.server.ts";

/** A page of its own for what nobody has recommended yet. */
export async function addImportedPlace(
  database: PrismaClient,
  place: ImportedPlace,
): Promise<void> {
  const { source, sourceId, area, asOf, facts } = place;
  const { name, street, postcode, latitude, longitude, website } = facts;
  const { hours, diets = {}, features = {}, priceBand = null } = facts;
  const cuisines = facts.cuisines ?? [];
  await database.$transaction([
    ...addCuisines(database, cuisines),
    database.place.create({
      data: {
        slug: await findFreeSlug(database, name),
        name,
        nameKey: placeNameKey(name),
        street,
        postcode,
        latitude,
        longitude,
        website,
        ...priceColumns(priceBand),
        ...(hours && { hoursConfirmedOn: hoursCheckedOn(place), bankHolidays: hours.bankHolidays }),
        openingIntervals: { create: hours?.intervals ?? [] },
        cuisines: { create: cuisines.map(({ slug }) => ({ cuisine: { connect: { slug } } })) },
        diets: {
          create: Object.entries(diets).map(([diet, portion]) => ({ diet, portion })),
        },
        features: {
          create: Object.entries(features).map(([feature, present]) => ({ feature, present })),
        },
        imports: { create: { source, sourceId, area, asOf, facts: JSON.stringify(facts) } },
      },
    }),
  ]);
}

export function addCuisines(database: PrismaClient, cuisines: KeptFacts["cuisines"]) {
  return cuisines.map(({ slug, name }) =>
    database.cuisine.upsert({ where: { slug }, create: { slug, name }, update: {} }),
  );
}

/** The day on which its hours were right, as far as the register knows. */
export function hoursCheckedOn({ facts, asOf }: ImportedPlace): string {
  const today = dayInLondon(new Date());
  const day = facts.checkedOn ?? asOf ?? today;
  return day < today ? day : today;
}
