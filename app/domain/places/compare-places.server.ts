import { z } from "zod";
import { reader } from "#app/db/database.server.ts";
import { mainlySchema } from "./mainly.ts";

/** How many places can stand side by side. */
export const MOST_COMPARED = 4;

const bankHolidays = z.enum(["usual", "closed", "own"]).nullable();

export type PlaceToCompare = Awaited<ReturnType<typeof findPlacesToCompare>>[number];

/** The facts of the places with these slugs, in the order of the slugs; slugs that no place has are left out. */
export async function findPlacesToCompare(slugs: string[]) {
  if (slugs.length === 0) return [];
  const found = await reader().place.findMany({
    where: { slug: { in: slugs }, withheldReason: null },
    select: {
      id: true,
      slug: true,
      name: true,
      street: true,
      postcode: true,
      priceBand: true,
      priceIsUnknown: true,
      mainly: true,
      closedOn: true,
      hoursConfirmedOn: true,
      bankHolidays: true,
      index: {
        select: {
          reviewCount: true,
          ratingSum: true,
          score: true,
          pricePence: true,
          medianPence: true,
          drinkPence: true,
          bitePence: true,
          campusMetres: true,
          latitude: true,
        },
      },
      cuisines: { select: { cuisine: { select: { name: true } } } },
      diets: { select: { diet: true, portion: true } },
      features: { select: { feature: true, present: true } },
      openingIntervals: { select: { day: true, opensAt: true, closesAt: true } },
      sightings: {
        select: { state: true, createdAt: true },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: 1,
      },
    },
  });
  const places = found.map(({ openingIntervals, priceIsUnknown, ...place }) => ({
    ...place,
    priceBand: priceIsUnknown ? null : place.priceBand,
    mainly: mainlySchema.nullable().parse(place.mainly),
    bankHolidays: bankHolidays.parse(place.bankHolidays),
    intervals: openingIntervals,
  }));
  return slugs.flatMap((slug) => places.find((place) => place.slug === slug) ?? []);
}
