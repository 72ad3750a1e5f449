import { beforeAll, expect, test } from "vitest";
import { Prisma, reader } from "#app/db/database.server.ts";
import { addMember, addPlace, addReview } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { listCuisines } from "../cuisines/cuisines.server.ts";
import { countPlaces, listPlaces, listPlacesSql } from "./list-places.server.ts";
import { EVERY_PLACE, type PlaceQuery, SORTS } from "./place-query.ts";

openTestDatabase();

const query = (overrides: Partial<PlaceQuery> = {}): PlaceQuery => ({
  ...EVERY_PLACE,
  ...overrides,
});
const namesOf = async (overrides: Partial<PlaceQuery>) =>
  (await listPlaces(query(overrides))).map((place) => place.name);

beforeAll(async () => {
  const [ada, grace, edsger] = [await addMember("ada"), await addMember("grace"), await addMember("edsger")];
  const day = (date: number) => new Date(Date.UTC(2026, 0, date));
  const fine = await addPlace("Fine Often", { cuisines: ["Pizza", "Italian"], createdAt: day(1) });
  const splendid = await addPlace("Once Splendid", { cuisines: ["Coffee"], createdAt: day(2) });
  await addPlace("álone", { cuisines: ["Coffee", "Pizza"], createdAt: day(3) });
  const gone = await addPlace("Zero Left", { cuisines: ["Pizza"], closedOn: "2026-01-05", createdAt: day(4) });
  for (const member of [ada, grace, edsger]) await addReview(fine, member, 4);
  await addReview(splendid, ada, 5);
  await addReview(gone, ada, 1);
});

test("best first goes by the shrunk score, and places without ratings come last", async () => {
  expect(await namesOf({})).toEqual(["Once Splendid", "Fine Often", "álone"]);
});

test("the other orders are what they say", async () => {
  expect(await namesOf({ sort: "newest" })).toEqual(["álone", "Once Splendid", "Fine Often"]);
  expect(await namesOf({ sort: "most-reviewed" })).toEqual(["Fine Often", "Once Splendid", "álone"]);
  expect(await namesOf({ sort: "name" })).toEqual(["álone", "Fine Often", "Once Splendid"]);
});

test("cuisines are alternatives, and a place that serves two of them is listed once", async () => {
  expect(await namesOf({ cuisines: ["pizza"] })).toEqual(["Fine Often", "álone"]);
  expect(await namesOf({ cuisines: ["pizza", "coffee"] })).toEqual(["Once Splendid", "Fine Often", "álone"]);
  expect(await countPlaces(query({ cuisines: ["pizza", "coffee"] }))).toBe(3);
});

test("closed places are left out unless they are asked for, in the list and in the counts", async () => {
  expect(await namesOf({ includeClosed: true })).toContain("Zero Left");
  const pizza = async (includeClosed: boolean) =>
    (await listCuisines({ includeClosed })).find(({ slug }) => slug === "pizza")?.placeCount;
  expect([await pizza(false), await pizza(true)]).toEqual([2, 3]);
});

test("a card has its cuisines by name, its sums and its latest review", async () => {
  const [, fine] = await listPlaces(query());
  expect(fine).toMatchObject({ cuisines: ["Italian", "Pizza"], reviewCount: 3, ratingSum: 12 });
  expect(fine?.latestReview).toEqual({ body: "Fine.", by: "edsger" });
});

test.each(SORTS)("$words reads in the order of an index, and sorts nothing", async ({ sort }) => {
  const sql = listPlacesSql(query({ sort, cuisines: ["pizza", "coffee"] }));
  const plan = await reader().$queryRaw<{ detail: string }[]>(Prisma.sql`EXPLAIN QUERY PLAN ${sql}`);
  const steps = plan.map(({ detail }) => detail);
  expect(steps[0]).toMatch(/^SCAN (place_index|places) USING (COVERING )?INDEX/);
  expect(steps.filter((step) => step.includes("TEMP B-TREE FOR ORDER BY"))).toEqual([]);
  expect(steps.filter((step) => /^SCAN (?!place_index|places|site_score)/.test(step))).toEqual([]);
});

test("a cuisine that would be SQL is a cuisine that nobody serves", async () => {
  expect(await namesOf({ cuisines: ["'; DROP TABLE places; --"] })).toEqual([]);
  expect(await countPlaces(query())).toBe(3);
});
