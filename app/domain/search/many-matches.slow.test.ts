import { beforeAll, expect, test } from "vitest";
import { tamper } from "../../../tests/setup/stored.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { findPlaces } from "../places/find-places.server.ts";
import { EVERY_PLACE, PLACES_PER_PAGE } from "../places/place-query.ts";

const file = openTestDatabase();
const MANY = 2300;
const NAMED = 30;
const MENTIONED = 5;

const search = (page: number) =>
  findPlaces({ ...EVERY_PLACE, search: "crumpet", sort: "match", page }, new Date());

// The last ones have the word in their name, and a few more in what somebody said.
beforeAll(() => {
  const time = "'2026-01-01T00:00:00.000+00:00'";
  const row = (index: number) => {
    const isNamed = index >= MANY - NAMED;
    const street = index < MENTIONED ? "Some Street" : "Crumpet Street";
    const name = isNamed ? `Crumpets ${index}` : `Place ${index}`;
    return `('place-${index}', '${name}', '${name}', '${street}', 'N0 1AA', 1, ${time}, ${time})`;
  };
  const rows = Array.from({ length: MANY }, (_, index) => row(index));
  tamper(
    file,
    `INSERT INTO members (id, handle, handle_key, created_at) VALUES (1, 'ada', 'ada', ${time}), (2, 'bob', 'bob', ${time})`,
    `INSERT INTO places (slug, name, name_key, street, postcode, price_band, created_at, updated_at) VALUES ${rows.join()}`,
    `INSERT INTO reviews (place_id, member_id, rating, body, created_at, updated_at)
      SELECT id, 1, 5, 'Crumpet!', ${time}, ${time} FROM places WHERE id <= ${MENTIONED}`,
    `INSERT INTO reviews (place_id, member_id, rating, body, created_at, updated_at)
      SELECT id, 2, 1 + id % 5, 'Fine.', ${time}, ${time} FROM places WHERE id > ${MANY - 10}`,
  );
});

test("of many places those named so come first, then by their scores, and those that only reviews mention last", async () => {
  const first = await search(1);
  expect(first.counts.matching).toBe(MANY);
  expect(first.places.every(({ name }) => name.startsWith("Crumpets"))).toBe(true);
  const scores = first.places.map(({ score }) => score ?? 0);
  expect(scores).toEqual(scores.toSorted((one, other) => other - one));
  expect(scores.filter(Boolean)).toHaveLength(10);
  const second = await search(2);
  expect(second.places.map(({ name }) => name.startsWith("Crumpets"))).toEqual(
    Array.from({ length: PLACES_PER_PAGE }, (_, index) => index < NAMED - PLACES_PER_PAGE),
  );
  const last = await search(first.pages);
  expect(last.places.slice(-MENTIONED).every(({ street }) => street === "Some Street")).toBe(true);
});

test.each(["match", "name", "newest"] as const)(
  "all pages of many matches, by %s, hold each of them once",
  async (sort) => {
    const slugs: string[] = [];
    for (let page = 1; page <= MANY / PLACES_PER_PAGE; page += 1) {
      const { places } = await findPlaces(
        { ...EVERY_PLACE, search: "crumpet", sort, page },
        new Date(),
      );
      slugs.push(...places.map(({ slug }) => slug));
    }
    expect(slugs).toHaveLength(MANY);
    expect(new Set(slugs).size).toBe(MANY);
  },
);

test("of several words, each is in a place's own texts or in a review of it", async () => {
  const both = (sort: "match" | "name") =>
    findPlaces({ ...EVERY_PLACE, search: "crumpet n0", sort }, new Date());
  for (const sort of ["match", "name"] as const) {
    const { counts, places } = await both(sort);
    expect(counts.matching).toBe(MANY);
    expect(places).toHaveLength(PLACES_PER_PAGE);
  }
  expect((await both("match")).places.every(({ name }) => name.startsWith("Crumpets"))).toBe(true);
  const praised = await findPlaces({ ...EVERY_PLACE, search: "fine crumpet" }, new Date());
  expect(praised.counts.matching).toBe(10);
});

test("beginnings that many places have are listed in the same order as whole words", async () => {
  const beginning = { ...EVERY_PLACE, search: "cr", sort: "match" as const };
  const { counts, places } = await findPlaces(beginning, new Date());
  expect(counts.matching).toBe(MANY);
  expect(places).toEqual((await search(1)).places);
});
