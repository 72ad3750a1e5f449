import { expect, test } from "vitest";
import { z } from "zod";
import { write } from "#app/db/database.server.ts";
import { expectDerivedTablesToAddUp } from "../../../tests/setup/derived-tables.ts";
import { fillDuplicatePlaces } from "../../../tests/setup/duplicate-places.ts";
import { addMember } from "../../../tests/setup/rows.ts";
import { stored, storedValues } from "../../../tests/setup/stored.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { mergePlaces } from "./merge-places.server.ts";

const file = openTestDatabase();

const rowsSchema = z.array(z.record(z.string(), z.unknown()));
const dump = (table: string) => rowsSchema.parse(stored(file, `SELECT * FROM ${table}`));

const WORDS = ["member_id", "rating", "body", "dish", "price_pence", "price_kind", "visited_on"];

/**
 * By which columns each row of either page is found again on the page that stays, and in which other table it may be. What
 * both pages said the same of, such as a vote, is there once; of diets and features the page that stays has the word.
 */
const FOUND_AGAIN: Record<string, { by: string[]; orIn?: string }> = {
  flags: { by: ["id", "member_id", "author_id", "rule", "note", "created_at"] },
  former_slugs: { by: ["slug", "created_at"] },
  imported_places: { by: ["source", "source_id", "area", "created_at"] },
  withheld_reviews: { by: WORDS, orIn: "review_revisions" },
  helpful_votes: { by: ["author_id", "member_id"] },
  list_entries: { by: ["member_id", "list"] },
  moderation_actions: { by: ["id", "action", "subject", "rule", "place_name", "created_at"] },
  opening_intervals: { by: ["day", "opens_at", "closes_at"] },
  place_cuisines: { by: ["cuisine_id"] },
  place_diets: { by: ["diet"] },
  place_features: { by: ["feature"] },
  place_reports: { by: ["id", "member_id", "kind", "facts", "created_at"] },
  place_revisions: { by: ["id", "member_id", "facts", "created_at"] },
  review_revisions: { by: ["id", "member_id", "rating", "body", "written_at", "created_at"] },
  reviews: { by: WORDS, orIn: "review_revisions" },
  sightings: { by: ["id", "member_id", "state", "created_at"] },
};

test("every row of both pages is found again on the page that stays, and what is derived is right", async () => {
  const moderator = await addMember("moderator");
  await write((writer) =>
    writer.member.update({ where: { id: moderator }, data: { role: "moderator" } }),
  );
  const { from, into, third } = await fillDuplicatePlaces();
  const named = storedValues(
    file,
    `SELECT DISTINCT tables.name FROM sqlite_schema AS tables, pragma_foreign_key_list(tables.name) AS keys
     WHERE tables.type = 'table' AND keys."table" = 'places'`,
  );
  expect(named.sort(), "every table that names a place is thought of").toEqual(
    [...Object.keys(FOUND_AGAIN), "merge_proposals", "merges", "place_index"].sort(),
  );
  const before = Object.fromEntries(Object.keys(FOUND_AGAIN).map((table) => [table, dump(table)]));

  const outcome = await mergePlaces(
    { from: "leaving", into: "staying" },
    { memberId: moderator },
    "form",
  );
  expect(outcome).toMatchObject({ kind: "posted", place: "staying" });

  for (const [table, { by, orIn }] of Object.entries(FOUND_AGAIN)) {
    const after = [...dump(table), ...(orIn ? dump(orIn) : [])].filter(
      (row) => row.place_id === into,
    );
    const rows = (before[table] ?? []).filter(
      (row) => row.place_id === from || row.place_id === into,
    );
    expect(rows.length, `the test has rows in ${table}`).toBeGreaterThan(0);
    for (const row of rows) {
      const isSame = (other: Record<string, unknown>) =>
        by.every((column) => other[column] === row[column]);
      expect(after.filter(isSame), `${table}: ${JSON.stringify(row)}`).toHaveLength(1);
    }
    expect(dump(table).filter((row) => row.place_id === from)).toEqual([]);
  }
  expect(dump("merges")).toMatchObject([
    { from_slug: "earlier", into_place_id: into },
    { from_slug: "leaving", from_place_id: from, into_place_id: into },
  ]);
  expect(dump("merge_proposals")).toMatchObject([{ from_place_id: third, into_place_id: into }]);
  expect(dump("former_slugs").map(({ slug, place_id }) => [slug, place_id])).toContainEqual([
    "leaving",
    into,
  ]);
  expect(storedValues(file, "SELECT id FROM places ORDER BY id")).toEqual([into, third]);
  expectDerivedTablesToAddUp(file);
});
