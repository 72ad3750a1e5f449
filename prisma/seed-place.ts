import type { Position } from "#app/domain/walk/coordinates.ts";
import type { PrismaClient } from "../app/db/generated/client.ts";
import { cuisineSlug } from "../app/domain/cuisines/cuisine-name.ts";
import { placeNameKey } from "../app/domain/places/find-duplicates.server.ts";
import { findFreeSlug } from "../app/domain/places/slug.server.ts";
import { namedDish, paidPrice } from "../app/domain/reviews/review-fields.ts";
import { dayInLondon } from "../app/domain/text/dates.ts";
import type { Demo } from "./demo/read-demo.ts";

const DAY = 24 * 60 * 60 * 1000;
const METRES_A_DEGREE = 111_195;

type DemoPlace = Demo["places"][number];

type Surroundings = {
  /** By their handle in the demo. */
  memberIds: Map<string, number>;
  campus: Position;
  /** The moment that "days ago" counts from. */
  now: Date;
};

/**
 * Adds a place with everything the demo says about it, in one transaction, leaving out members who have left.
 * @returns how many reviews were added
 */
export async function seedPlace(
  database: PrismaClient,
  place: DemoPlace,
  surroundings: Surroundings,
): Promise<number> {
  const { memberIds, campus, now } = surroundings;
  const idsOf = (handles: string[]) => handles.flatMap((handle) => memberIds.get(handle) ?? []);
  const ago = (days: number) => new Date(now.getTime() - days * DAY);
  const reviews = place.reviews.flatMap((review) =>
    idsOf([review.by]).map((memberId) => ({ memberId, writtenAt: ago(review.daysAgo), review })),
  );
  const wanted = idsOf(place.wantedBy).map((memberId, index) => ({
    memberId,
    list: "want",
    createdAt: ago(index + 1),
  }));
  const been = reviews.map(({ memberId, writtenAt }) => ({
    memberId,
    list: "been",
    createdAt: writtenAt,
  }));
  const votes = reviews.flatMap(({ memberId: authorId, review }) =>
    idsOf(review.helpfulTo).map((memberId) => ({ authorId, memberId, createdAt: now })),
  );
  const data = {
    slug: await findFreeSlug(database, place.name),
    name: place.name,
    nameKey: placeNameKey(place.name),
    street: place.street,
    postcode: place.postcode,
    priceBand: place.priceBand,
    website: place.website,
    closedOn: place.closedDaysAgo === undefined ? undefined : dayInLondon(ago(place.closedDaysAgo)),
    recommendedBy: memberIds.get(place.recommendedBy),
    createdAt: ago(place.addedDaysAgo),
    updatedAt: ago(place.addedDaysAgo),
    bankHolidays: place.hours?.bankHolidays,
    hoursConfirmedOn: place.hours && dayInLondon(ago(place.hours.confirmedDaysAgo)),
    ...(place.position && positionFrom(campus, place.position)),
    cuisines: { create: place.cuisines.map(cuisineByName) },
    openingIntervals: { create: intervalsOf(place) },
    diets: { create: pairs(place.diets).map(([diet, portion]) => ({ diet, portion })) },
    features: { create: pairs(place.features).map(([feature, present]) => ({ feature, present })) },
    sightings: {
      create: place.sightings.flatMap(({ by, daysAgo, state }) =>
        idsOf([by]).map((memberId) => ({ memberId, state, createdAt: ago(daysAgo) })),
      ),
    },
    reviews: {
      create: reviews.map(
        ({ memberId, writtenAt, review: { rating, body, dish, pricePence, priceKind } }) => ({
          memberId,
          rating,
          body,
          ...paidPrice(pricePence, priceKind, dish),
          ...namedDish(dish),
          visitedOn: dayInLondon(writtenAt),
          createdAt: writtenAt,
          updatedAt: writtenAt,
        }),
      ),
    },
    listEntries: { create: [...wanted, ...been] },
    helpfulVotes: { create: votes },
  };
  // Write first: a transaction that began by reading would fail if another process wrote meanwhile.
  await database.$transaction([
    database.seedRecord.create({ data: { key: `place:${place.key}` } }),
    database.place.create({ data }),
  ]);
  return reviews.length;
}

/** Postcodes that are known already keep their position. */
export async function seedPostcodes(
  database: PrismaClient,
  postcodes: Demo["postcodes"],
  campus: Position,
): Promise<void> {
  for (const [postcode, offset] of Object.entries(postcodes)) {
    const { latitude, longitude } = positionFrom(campus, offset);
    await database.$executeRaw`INSERT OR IGNORE INTO postcodes VALUES (${postcode}, ${latitude}, ${longitude})`;
  }
}

/** Creates the cuisine again if people deleted it before a place that serves it was added. */
function cuisineByName(name: string) {
  const slug = cuisineSlug(name);
  return { cuisine: { connectOrCreate: { where: { slug }, create: { slug, name } } } };
}

function intervalsOf({ hours }: DemoPlace) {
  return (hours?.week ?? []).flatMap((intervals, index) =>
    intervals.map((interval) => ({ day: index + 1, ...interval })),
  );
}

function pairs<Value>(record: Record<string, Value>): [string, Value][] {
  return Object.entries(record);
}

function positionFrom(
  { latitude, longitude }: Position,
  { metresNorth, metresEast }: { metresNorth: number; metresEast: number },
): Position {
  const metresADegreeEast = METRES_A_DEGREE * Math.cos((latitude * Math.PI) / 180);
  return {
    latitude: latitude + metresNorth / METRES_A_DEGREE,
    longitude: longitude + metresEast / metresADegreeEast,
  };
}
