import { expect, test } from "vitest";
import { Prisma, reader } from "#app/db/database.server.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { listReviewsSql } from "../reviews/list-reviews.server.ts";
import { findReviewSql } from "../reviews/review-page.server.ts";
import { placePageSql } from "./place-page.server.ts";

openTestDatabase();

const explain = async (sql: Prisma.Sql) => {
  const plan = await reader().$queryRaw<{ detail: string }[]>(
    Prisma.sql`EXPLAIN QUERY PLAN ${sql}`,
  );
  return plan.map(({ detail }) => detail);
};

const TABLES =
  /^SCAN (places|duplicates|members|reviews|withheld_reviews|sightings|helpful_votes|merge_proposals|cuisines|place_|opening_)/;
const scansOfTables = (steps: string[]) => steps.filter((step) => TABLES.test(step));

test("all that a place's page shows is looked up by the place", async () => {
  const steps = await explain(placePageSql("null-pointer-coffee", "2026-11-30"));
  expect(scansOfTables(steps)).toEqual([]);
  expect(steps).toContain("SEARCH places USING INDEX places_slug_key (slug=?)");
  expect(steps).toContain(
    "SEARCH reviews USING COVERING INDEX reviews_place_id_rating_idx (place_id=?)",
  );
  expect(steps).toContain(
    "SEARCH reviews USING INDEX reviews_place_id_rating_idx (place_id=? AND rating>?)",
  );
  expect(steps).toContain(
    "SEARCH sightings USING INDEX sightings_place_id_created_at_id_idx (place_id=?)",
  );
  expect(steps.join("\n")).toMatch(
    /SEARCH withheld_reviews USING INDEX \w*place_id\w* \(place_id=\?/,
  );
  expect(steps.join("\n")).toMatch(/SEARCH merge_proposals USING .*\(from_place_id=\?\)/);
  expect(steps.join("\n")).toMatch(/SEARCH merge_proposals USING .*\(into_place_id=\?\)/);
});

test("a page of the newest reviews is read in the order of their index", async () => {
  const steps = await explain(
    listReviewsSql(1, { order: "newest", stars: undefined, search: "", page: 2 }),
  );
  expect(steps).toContain(
    "SEARCH reviews USING COVERING INDEX reviews_place_id_updated_at_id_idx (place_id=?)",
  );
  expect(scansOfTables(steps)).toEqual([]);
  expect(steps.filter((step) => step.includes("TEMP B-TREE"))).toEqual([
    "USE TEMP B-TREE FOR ORDER BY",
  ]);
});

test("most helpful first reads reviews without votes in the order of their index", async () => {
  const steps = await explain(
    listReviewsSql(1, { order: "helpful", stars: undefined, search: "", page: 1 }),
  );
  expect(steps).toContain(
    "SEARCH reviews USING INDEX reviews_place_id_updated_at_id_idx (place_id=?)",
  );
  expect(scansOfTables(steps)).toEqual([]);
  expect(steps.filter((step) => step.includes("TEMP B-TREE"))).toHaveLength(2);
});

test("a review is found by its number", async () => {
  const steps = await explain(findReviewSql(1));
  expect(steps).toContain("SEARCH reviews USING INTEGER PRIMARY KEY (rowid=?)");
  expect(scansOfTables(steps)).toEqual([]);
});
