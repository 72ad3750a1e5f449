import fc from "fast-check";
import { expect, test } from "vitest";
import { parsePage, parsePlaceQuery } from "./parse-place-query.ts";
import { type PlaceQuery, placeQueryHref, SORTS } from "./place-query.ts";

const parse = (search: string) => parsePlaceQuery(new URLSearchParams(search));

test("an address without parameters asks for the first page, best first", () => {
  expect(parse("")).toEqual({ query: { cuisines: [], includeClosed: false, sort: "best", page: 1 }, ignored: [] });
});

test("a query survives being written into an address and read from it", () => {
  const queries: fc.Arbitrary<PlaceQuery> = fc.record({
    cuisines: fc.uniqueArray(fc.constantFrom("pizza", "fish-and-chips", "café", "漢字", "50%", "a=b&c", "x+y"), {
      maxLength: 5,
    }),
    includeClosed: fc.boolean(),
    sort: fc.constantFrom(...SORTS.map(({ sort }) => sort)),
    page: fc.integer({ min: 1, max: 1_000_000 }),
  });
  fc.assert(
    fc.property(queries, (query) => {
      expect(parsePlaceQuery(new URL(placeQueryHref(query), "http://x").searchParams).query).toEqual(query);
    }),
  );
});

test("an order that does not exist is best first, and said so", () => {
  const { query, ignored } = parse("sort=%27%3B--");
  expect(query.sort).toBe("best");
  expect(ignored).toHaveLength(1);
});

test("too many and too long cuisines are left out, and said so", () => {
  const { query, ignored } = parse(`cuisine=${"x".repeat(5000)}&${"cuisine=pizza&".repeat(1000)}`);
  expect(query.cuisines).toEqual(["pizza"]);
  expect(ignored).toHaveLength(1);
});

test.each(["0", "-1", "1.5", "abc", "1e9", "", "9".repeat(400), "NaN", "Infinity"])("page %j is page 1", (page) => {
  expect(parsePage(new URLSearchParams({ page }))).toBe(1);
});
