import type Database from "better-sqlite3";
import { z } from "zod";
import { appliedMigrations } from "./migration-history.ts";

/** What was removed for good since a copy was made. */
export type Erasures = {
  /** Ids of members who took everything with them. */
  gone: number[];
  /** Ids of members who left, and whose reviews stay. */
  left: number[];
  places: number[];
  reviews: { placeId: number; memberId: number }[];
  /** Earlier versions of a place whose words were erased, with what they say instead. */
  versions: z.infer<typeof versions>;
};

const ids = z.array(z.number());
const reviews = z.array(z.object({ placeId: z.number(), memberId: z.number() }));
const versions = z.array(
  z.object({
    id: z.number(),
    facts: z.string(),
    hiddenRule: z.string().nullable(),
    hiddenAt: z.string().nullable(),
  }),
);

/** Whether one was copied from the other, or both from a third. */
export function areOfOneSite(one: Database.Database, other: Database.Database): boolean {
  const [first] = appliedMigrations(one);
  return first !== undefined && first.id === appliedMigrations(other)[0]?.id;
}

/** @param now as it was last, opened with the copy attached as `copy` */
export function findErasures(now: Database.Database): Erasures {
  const all = (sql: string) => now.prepare(sql).all();
  const pluck = (sql: string) => ids.parse(now.prepare(sql).pluck().all());
  return {
    gone: pluck("SELECT id FROM copy.members WHERE id NOT IN (SELECT id FROM main.members)"),
    left: pluck(
      `SELECT id FROM copy.members WHERE left_on IS NULL
       AND id IN (SELECT id FROM main.members WHERE left_on IS NOT NULL)`,
    ),
    // Those that were merged into others have left their address.
    places: pluck(
      `SELECT id FROM copy.places WHERE id NOT IN (SELECT id FROM main.places)
       AND slug NOT IN (SELECT slug FROM main.former_slugs)`,
    ),
    reviews: reviews.parse(
      all(
        `WITH was AS (SELECT place_id, member_id FROM copy.reviews
                      UNION SELECT place_id, member_id FROM copy.withheld_reviews),
              is_now AS (SELECT place_id, member_id FROM main.reviews
                         UNION SELECT place_id, member_id FROM main.withheld_reviews)
         SELECT place_id AS placeId, member_id AS memberId FROM (SELECT * FROM was EXCEPT SELECT * FROM is_now)
         WHERE place_id IN (SELECT id FROM main.places) AND member_id IN (SELECT id FROM main.members)`,
      ),
    ),
    // Nothing but erasing changes what a version says.
    versions: versions.parse(
      all(
        `SELECT is_now.id, is_now.facts, is_now.hidden_rule AS hiddenRule, is_now.hidden_at AS hiddenAt
         FROM main.place_revisions AS is_now
         JOIN copy.place_revisions AS was ON was.id = is_now.id AND was.created_at = is_now.created_at
         WHERE was.facts <> is_now.facts`,
      ),
    ),
  };
}

const newest = z.string().nullable();

// With their times: whatever people post leaves a row or a newer time in one of these.
const POSTED = {
  reviews: "updated_at",
  withheld_reviews: "updated_at",
  places: "created_at",
  place_revisions: "created_at",
  sightings: "created_at",
  members: "created_at",
} as const;

/** When something was last posted, as stored; empty when nothing was. */
export function lastPostIn(database: Database.Database): string {
  const parts = Object.entries(POSTED).map(
    ([table, time]) => `SELECT max(${time}) AS at FROM ${table}`,
  );
  const sql = `SELECT max(at) FROM (${parts.join(" UNION ALL ")})`;
  return newest.parse(database.prepare(sql).pluck().get()) ?? "";
}

/** How many posts are newer than a time, as stored. */
export function countPostsSince(database: Database.Database, time: string): number {
  const parts = Object.entries(POSTED).map(
    ([table, column]) => `(SELECT count(*) FROM ${table} WHERE ${column} > @time)`,
  );
  return z.number().parse(
    database
      .prepare(`SELECT ${parts.join(" + ")}`)
      .pluck()
      .get({ time }),
  );
}
