import fc from "fast-check";
import { expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { parsePage } from "../search/read-parameters.ts";
import { DIETS, FEATURES } from "./diets-and-features.ts";
import { parsePlaceQuery } from "./parse-place-query.ts";
import { EVERY_PLACE, type PlaceQuery, PRICES, SCORES, SORTS, WALKS } from "./place-query.ts";

const parse = (search: string) => parsePlaceQuery(new URLSearchParams(search));

test("an address without parameters asks for the first page, best first", () => {
  expect(parse("")).toEqual({ query: EVERY_PLACE, ignored: [] });
});

const maybe = <Value>(values: readonly Value[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined });
const degrees = (most: number) =>
  fc.integer({ min: -most * 10_000, max: most * 10_000 }).map((number) => number / 10_000);

test("a query survives being written into an address and read from it", () => {
  const queries: fc.Arbitrary<PlaceQuery> = fc.record({
    search: fc.constantFrom("", "falafel", "a & b = c?", "café “é”", "漢字", "100% AND NOT"),
    cuisines: fc.uniqueArray(
      fc.constantFrom("pizza", "fish-and-chips", "café", "漢字", "50%", "a=b&c", "x+y"),
      {
        maxLength: 5,
      },
    ),
    diets: fc.subarray(DIETS.map(({ diet }) => diet)),
    features: fc.subarray(FEATURES.map(({ feature }) => feature)),
    price: maybe(PRICES),
    priceKind: fc.constantFrom("meal", "drink", "bite"),
    walk: maybe(WALKS),
    from: fc.option(fc.record({ latitude: degrees(90), longitude: degrees(180) }), {
      nil: undefined,
    }),
    score: maybe(SCORES),
    open: fc.oneof(
      fc.constantFrom("now" as const, undefined),
      fc.record({ day: fc.integer({ min: 1, max: 7 }), minute: fc.integer({ min: 0, max: 1439 }) }),
    ),
    includeUnconfirmed: fc.boolean(),
    includeClosed: fc.boolean(),
    includeUnrecommended: fc.boolean(),
    mixesShut: fc.boolean(),
    sort: fc.constantFrom(...SORTS.map(({ sort }) => sort).filter((sort) => sort !== "match")),
    page: fc.integer({ min: 1, max: 1_000_000 }),
  });
  fc.assert(
    fc.property(queries, (query) => {
      const { query: read, ignored } = parsePlaceQuery(
        new URL(paths.places(query), "http://x").searchParams,
      );
      expect(read).toEqual(query);
      expect(ignored).toEqual([]);
    }),
  );
});

test.each([
  ["walk=0", /walk.* 5, 10, 15 or 20 minutes/],
  ["walk=9999", /walk/],
  ["walk=NaN", /walk/],
  ["price=0", /price.* 8, 15 or 25 pounds/],
  ["price=10000", /price/],
  ["for=dinner", /a meal, a drink or a bite/],
  ["score=6", /score/],
  ["from=91,0", /no place on Earth/],
  ["from=NaN,NaN", /no place on Earth/],
  ["from=1", /no place on Earth/],
  ["from=1,2,3", /no place on Earth/],
  ["diet=carnivore&diet=vegan", /diet/],
  ["good=naps", /good for/],
  ["open=at", /day and a time/],
  ["open=at&day=8&time=12:00", /day and a time/],
  ["open=at&day=1&time=25:00", /day and a time/],
  ["open=yesterday", /day and a time/],
  [`q=${"falafel%20".repeat(2000)}`, /first 100 characters/],
])("%s is left out with a sentence, once", (search, sentence) => {
  const { ignored } = parse(search);
  expect(ignored).toEqual([expect.stringMatching(sentence)]);
});

test("what a form sends for any, and a day without a time asked for, are nothing to speak of", () => {
  const { query, ignored } = parse("q=&walk=&price=&score=&open=&day=3&time=12%3A30&sort=best");
  expect([query, ignored]).toEqual([EVERY_PLACE, []]);
});

test("a search is in the order of its matches, unless another is asked for, and only a search", () => {
  expect(parse("q=soup").query.sort).toBe("match");
  expect(parse("q=soup&sort=name").query.sort).toBe("name");
  expect(parse("sort=match").query.sort).toBe("best");
});

test("whatever an address holds, it is read", () => {
  const parameter = fc.tuple(
    fc.constantFrom(
      "q",
      "cuisine",
      "diet",
      "good",
      "price",
      "walk",
      "from",
      "score",
      "open",
      "day",
      "time",
      "sort",
      "page",
    ),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(fc.array(parameter), (parameters) => {
      const { query, ignored } = parsePlaceQuery(new URLSearchParams(parameters));
      expect(ignored.length).toBeLessThan(12);
      const again = parsePlaceQuery(new URL(paths.places(query), "http://x").searchParams);
      expect(again).toEqual({ query, ignored: [] });
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

test.each(["0", "-1", "1.5", "abc", "1e9", "", "9".repeat(400), "NaN", "Infinity"])(
  "page %j is page 1",
  (page) => {
    expect(parsePage(new URLSearchParams({ page }))).toBe(1);
  },
);
