import type { PrismaClient } from "../app/db/generated/client.ts";
import { cuisineSlug } from "../app/domain/cuisines/cuisine-name.ts";
import { handleKey } from "../app/domain/members/handle.ts";
import { placeNameKey } from "../app/domain/places/find-duplicates.server.ts";
import { findFreeSlug } from "../app/domain/places/slug.server.ts";
import { namedDish } from "../app/domain/reviews/review-fields.ts";
import { dayInLondon } from "../app/domain/text/dates.ts";
import type { Position } from "../app/domain/walk/coordinates.ts";
import { demoCuisines } from "./demo/cuisines.ts";
import { demoMembers } from "./demo/members.ts";
import { demoPlaces } from "./demo/places.ts";
import type { DemoPlace, DemoReview } from "./demo/types.ts";
import { seedFacts, seedPostcodes } from "./seed-facts.ts";
import { seedLists } from "./seed-lists.ts";

/** The record that the seed leaves last. */
export const DEMO_IS_COMPLETE = "demo";

const DAY = 24 * 60 * 60 * 1000;

type SeedCounts = { cuisines: number; members: number; places: number; reviews: number };

/**
 * Adds the demo's cuisines, members, places and reviews. Each is added once in a database's life, in a short
 * transaction of its own: what people changed stays changed, and what they deleted stays away.
 * @param campus around which the demo's places are put
 * @param now the moment that the demo's "days ago" count back from
 * @returns how many of each were added
 */
export async function seedDemo(
  database: PrismaClient,
  campus: Position,
  now: Date,
): Promise<SeedCounts> {
  const added: SeedCounts = { cuisines: 0, members: 0, places: 0, reviews: 0 };
  const seeded = new Set(
    (await database.seedRecord.findMany({ select: { key: true } })).map(({ key }) => key),
  );
  for (const name of demoCuisines) {
    if (seeded.has(`cuisine:${cuisineSlug(name)}`)) continue;
    added.cuisines += await addCuisine(database, name);
  }
  for (const handle of demoMembers) {
    if (seeded.has(`member:${handle}`)) continue;
    await addMember(database, handle);
    added.members += 1;
  }
  await seedPostcodes(database, campus);
  const memberIds = await findMemberIds(database);
  for (const place of demoPlaces) {
    if (seeded.has(`place:${place.key}`)) continue;
    added.reviews += await addPlace(database, place, memberIds, now);
    added.places += 1;
  }
  for (const { key, name, postcode } of demoPlaces) {
    if (seeded.has(`facts:${key}`) && seeded.has(`lists:${key}`)) continue;
    const place = await database.place.findFirst({
      where: { name, postcode },
      select: { id: true },
    });
    // People may have deleted or renamed it.
    if (!place) continue;
    if (!seeded.has(`facts:${key}`))
      await seedFacts(database, { id: place.id, key }, { memberIds, campus, now });
    if (!seeded.has(`lists:${key}`))
      await seedLists(database, { id: place.id, key }, { memberIds, now });
  }
  if (!seeded.has(DEMO_IS_COMPLETE))
    await database.seedRecord.create({ data: { key: DEMO_IS_COMPLETE } });
  return added;
}

/** Returns 1, or 0 when people had named this cuisine before. */
async function addCuisine(database: PrismaClient, name: string): Promise<number> {
  const slug = cuisineSlug(name);
  const exists = (await database.cuisine.count({ where: { slug } })) > 0;
  await database.$transaction([
    database.seedRecord.create({ data: { key: `cuisine:${slug}` } }),
    ...(exists ? [] : [database.cuisine.create({ data: { slug, name } })]),
  ]);
  return exists ? 0 : 1;
}

async function addMember(database: PrismaClient, handle: string): Promise<void> {
  // A person may have the handle already: the demo then posts under another, never under theirs.
  const free = await findFreeHandle(database, handle);
  await database.seedRecord.create({
    data: {
      key: `member:${handle}`,
      member: { create: { handle: free, handleKey: handleKey(free) } },
    },
  });
}

async function findFreeHandle(database: PrismaClient, handle: string): Promise<string> {
  let free = handle;
  for (let number = 1; await isTaken(database, free); number += 1)
    free = `${handle.slice(0, 22)} demo ${number}`;
  return free;
}

async function isTaken(database: PrismaClient, handle: string): Promise<boolean> {
  return (await database.member.count({ where: { handleKey: handleKey(handle) } })) > 0;
}

/** The ids of the demo's members by their handle in the demo; members who have left since are not among them. */
async function findMemberIds(database: PrismaClient): Promise<Map<string, number>> {
  const records = await database.seedRecord.findMany({ where: { memberId: { not: null } } });
  return new Map(
    records.flatMap(({ key, memberId }) =>
      memberId === null ? [] : [[key.slice("member:".length), memberId]],
    ),
  );
}

/** Returns how many reviews came with the place. */
async function addPlace(
  database: PrismaClient,
  place: DemoPlace,
  memberIds: Map<string, number>,
  now: Date,
): Promise<number> {
  const reviews = place.reviews.flatMap((review) => {
    const memberId = memberIds.get(review.by);
    return memberId === undefined ? [] : [{ memberId, ...reviewRow(review, now) }];
  });
  const createdAt = daysBefore(now, place.addedDaysAgo);
  const slug = await findFreeSlug(database, place.name);
  const data = {
    slug,
    name: place.name,
    nameKey: placeNameKey(place.name),
    street: place.street,
    postcode: place.postcode,
    priceBand: place.priceBand,
    website: place.website,
    closedOn:
      place.closedDaysAgo === undefined
        ? undefined
        : dayInLondon(daysBefore(now, place.closedDaysAgo)),
    recommendedBy: memberIds.get(place.recommendedBy),
    createdAt,
    updatedAt: createdAt,
    reviews: { create: reviews },
  };
  const cuisines = { create: place.cuisines.map(cuisineByName) };
  // The record first: a transaction that began by reading would fail where another process writes meanwhile.
  await database.$transaction([
    database.seedRecord.create({ data: { key: `place:${place.key}` } }),
    database.place.create({ data: { ...data, cuisines } }),
  ]);
  return reviews.length;
}

/** The cuisine of that name, which is made again where people deleted it while a place still to be added serves it. */
function cuisineByName(name: string) {
  const slug = cuisineSlug(name);
  return { cuisine: { connectOrCreate: { where: { slug }, create: { slug, name } } } };
}

function reviewRow({ rating, body, dish, pricePence, daysAgo }: DemoReview, now: Date) {
  const writtenAt = daysBefore(now, daysAgo);
  return {
    ...{ rating, body, pricePence },
    ...namedDish(dish),
    visitedOn: dayInLondon(writtenAt),
    createdAt: writtenAt,
    updatedAt: writtenAt,
  };
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY);
}
