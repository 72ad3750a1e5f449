import type { Position } from "#app/domain/walk/coordinates.ts";
import type { PrismaClient } from "../app/db/generated/client.ts";
import { cuisineSlug } from "../app/domain/cuisines/cuisine-name.ts";
import { handleKey } from "../app/domain/members/handle.ts";
import { fillSkeletons } from "../app/domain/members/new-handle.server.ts";
import type { Demo } from "./demo/read-demo.ts";
import { DEMO_IS_REMOVED } from "./remove-demo.ts";
import { seedPlace, seedPostcodes } from "./seed-place.ts";

/** The record that the seed writes last. */
export const DEMO_IS_COMPLETE = "demo";

type SeedCounts = { cuisines: number; members: number; places: number; reviews: number };

export async function wasDemoRemoved(database: PrismaClient): Promise<boolean> {
  return (await database.seedRecord.count({ where: { key: DEMO_IS_REMOVED } })) > 0;
}

/**
 * Adds the demo's content, each item once in a database's life and in a short transaction of its own: edits and
 * deletions by people are never undone.
 * @param now the moment that "days ago" counts from
 * @returns how many of each were added
 */
export async function seedDemo(
  database: PrismaClient,
  demo: Demo,
  campus: Position,
  now: Date,
): Promise<SeedCounts> {
  const added: SeedCounts = { cuisines: 0, members: 0, places: 0, reviews: 0 };
  const seeded = new Set(
    (await database.seedRecord.findMany({ select: { key: true } })).map(({ key }) => key),
  );
  for (const name of demo.cuisines) {
    if (seeded.has(`cuisine:${cuisineSlug(name)}`)) continue;
    added.cuisines += await addCuisine(database, name);
  }
  for (const handle of demo.members) {
    if (seeded.has(`member:${handle}`)) continue;
    await addMember(database, handle);
    added.members += 1;
  }
  await fillSkeletons(database);
  await seedPostcodes(database, demo.postcodes, campus);
  const memberIds = await findMemberIds(database);
  for (const place of demo.places) {
    if (seeded.has(`place:${place.key}`)) continue;
    added.reviews += await seedPlace(database, place, { memberIds, campus, now });
    added.places += 1;
  }
  if (!seeded.has(DEMO_IS_COMPLETE)) {
    await database.seedRecord.create({ data: { key: DEMO_IS_COMPLETE } });
  }
  return added;
}

/** Returns 0 when the cuisine existed already. */
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
  // If a person has the handle already, the demo member takes another, never theirs.
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
  for (let number = 1; await isTaken(database, free); number += 1) {
    free = `${handle.slice(0, 22)} demo ${number}`;
  }
  return free;
}

async function isTaken(database: PrismaClient, handle: string): Promise<boolean> {
  return (await database.member.count({ where: { handleKey: handleKey(handle) } })) > 0;
}

/** By their handle in the demo, without those who have left. */
async function findMemberIds(database: PrismaClient): Promise<Map<string, number>> {
  const records = await database.seedRecord.findMany({ where: { memberId: { not: null } } });
  return new Map(
    records.flatMap(({ key, memberId }) =>
      memberId === null ? [] : [[key.slice("member:".length), memberId]],
    ),
  );
}
