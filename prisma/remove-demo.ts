import { z } from "zod";
import { Prisma, type PrismaClient } from "../app/db/generated/client.ts";
import type { Demo } from "./demo/read-demo.ts";

/** The record by which a seed knows that the demo is not wanted any more. */
export const DEMO_IS_REMOVED = "demo-removed";

type RemovedDemo = {
  places: number;
  members: number;
  cuisines: number;
  /** Names of the demo's places that people added something to. */
  kept: string[];
};

const named = z.array(z.object({ name: z.string() }));

// Whatever the seed adds is dated before its record.
const ADDED_TO_PLACES = Prisma.join(
  [
    ["reviews", "place_id", "max(created_at, updated_at)"],
    ["withheld_reviews", "place_id", "max(created_at, updated_at)"],
    ["review_revisions", "place_id", "created_at"],
    ["sightings", "place_id", "created_at"],
    ["list_entries", "place_id", "created_at"],
    ["helpful_votes", "place_id", "created_at"],
    ["place_revisions", "place_id", "created_at"],
    ["flags", "place_id", "created_at"],
    ["place_reports", "place_id", "created_at"],
    ["former_slugs", "place_id", "created_at"],
    ["merges", "into_place_id", "created_at"],
    ["merge_proposals", "from_place_id", "created_at"],
    ["merge_proposals", "into_place_id", "created_at"],
  ].map(([table, place, moment]) =>
    Prisma.raw(
      `EXISTS (SELECT 1 FROM ${table} WHERE ${table}.${place} = demo.id AND ${moment} > demo.seeded_at)`,
    ),
  ),
  " OR ",
);

// Lists and votes of invented members count for nothing.
const LEFT_OF_MEMBERS = Prisma.join(
  [
    ["places", "recommended_by"],
    ["reviews", "member_id"],
    ["withheld_reviews", "member_id"],
    ["review_revisions", "member_id"],
    ["sightings", "member_id"],
    ["place_revisions", "member_id"],
    ["flags", "member_id"],
    ["place_reports", "member_id"],
    ["merge_proposals", "proposed_by"],
    ["merges", "merged_by"],
    ["merged_reviews", "member_id"],
    ["passkeys", "member_id"],
    ["posting_stops", "member_id"],
  ].map(([table, member]) =>
    Prisma.raw(`EXISTS (SELECT 1 FROM ${table} WHERE ${table}.${member} = members.id)`),
  ),
  " OR ",
);

/** The demo's places whose facts are the demo's still: others are not found, and so they stay. */
function placesOf(demo: Demo): Prisma.Sql {
  const facts = demo.places.map(({ key, name, street, postcode }) => [
    `place:${key}`,
    name,
    street,
    postcode,
  ]);
  return Prisma.sql`
    SELECT demo.id, demo.name, (${ADDED_TO_PLACES}) AS isKept FROM (
      SELECT places.id, places.name, seed_records.added_at AS seeded_at
      FROM json_each(${JSON.stringify(facts)}) AS given
      JOIN seed_records ON seed_records.key = given.value ->> 0
      JOIN places ON places.name = given.value ->> 1 AND places.street = given.value ->> 2
        AND places.postcode = given.value ->> 3 AND places.created_at <= seed_records.added_at
    ) AS demo`;
}

/**
 * Takes away the demo's places to which nobody added anything, and then its members, cuisines and postcodes that nothing is
 * left of. Moderators stay. All or nothing, and for good: a later seed adds nothing.
 */
export async function removeDemo(
  database: PrismaClient,
  demo: Demo,
  { isDryRun }: { isDryRun: boolean },
): Promise<RemovedDemo> {
  let removed: RemovedDemo | undefined;
  try {
    await database.$transaction(
      async (transaction) => {
        removed = await remove(transaction, demo);
        if (isDryRun) throw new Undone();
      },
      // Milliseconds.
      { timeout: 60_000 },
    );
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  if (!removed) throw new Error("Nothing was tried.");
  return removed;
}

/** Takes back what a dry run did. */
class Undone extends Error {}

async function remove(database: Prisma.TransactionClient, demo: Demo): Promise<RemovedDemo> {
  // Write first: a transaction that began by reading would fail if another process wrote meanwhile.
  await database.$executeRaw`INSERT OR IGNORE INTO seed_records (key, added_at)
    VALUES (${DEMO_IS_REMOVED}, strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now'))`;
  const kept = named.parse(
    await database.$queryRaw`SELECT name FROM (${placesOf(demo)}) WHERE isKept ORDER BY name`,
  );
  const places = await database.$executeRaw`
    DELETE FROM places WHERE id IN (SELECT id FROM (${placesOf(demo)}) WHERE NOT isKept)`;
  const members = await database.$executeRaw`
    DELETE FROM members WHERE role = 'member' AND NOT (${LEFT_OF_MEMBERS})
      AND id IN (SELECT member_id FROM seed_records)`;
  const cuisines = await database.$executeRaw`
    DELETE FROM cuisines WHERE id NOT IN (SELECT cuisine_id FROM place_cuisines)
      AND slug IN (SELECT substr(key, 9) FROM seed_records WHERE key LIKE 'cuisine:%')
      AND 'imported-cuisine:' || slug NOT IN (SELECT key FROM seed_records)`;
  await database.$executeRaw`
    DELETE FROM postcodes WHERE postcode NOT IN (SELECT postcode FROM places WHERE postcode IS NOT NULL)
      AND postcode IN (SELECT value FROM json_each(${JSON.stringify(Object.keys(demo.postcodes))}))`;
  return { places, members, cuisines, kept: kept.map(({ name }) => name) };
}
