import { beforeAll, expect, test } from "vitest";
import { Prisma, reader, write } from "#app/db/database.server.ts";
import { addMember, addPlace, addReview } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { countPlacesSql } from "./count-places.server.ts";
import { findPlaces } from "./find-places.server.ts";
import { listPlacesSql } from "./list-places.server.ts";
import { filterOf, openNow } from "./place-filter-of-query.ts";
import { EVERY_PLACE, type PlaceQuery, SORTS } from "./place-query.ts";

openTestDatabase();

// Tuesday, half past twelve.
const now = new Date("2026-03-03T12:30:00Z");
const find = (overrides: Partial<PlaceQuery> = {}) =>
  findPlaces({ ...EVERY_PLACE, ...overrides }, now);
const namesOf = async (overrides: Partial<PlaceQuery>) =>
  (await find(overrides)).places.map((place) => place.name);

beforeAll(async () => {
  const [ada, grace, edsger] = [
    await addMember("ada"),
    await addMember("grace"),
    await addMember("edsger"),
  ];
  const day = (date: number) => new Date(Date.UTC(2026, 0, date));
  const fine = await addPlace("Fine Often", { cuisines: ["Pizza", "Italian"], createdAt: day(1) });
  const splendid = await addPlace("Once Splendid", { cuisines: ["Coffee"], createdAt: day(2) });
  await addPlace("álone", { cuisines: ["Coffee", "Pizza"], createdAt: day(3) });
  const gone = await addPlace("Zero Left", {
    cuisines: ["Pizza"],
    closedOn: "2026-01-05",
    createdAt: day(4),
  });
  for (const member of [ada, grace, edsger]) await addReview(fine, member, 4);
  await addReview(splendid, ada, 5);
  await addReview(gone, ada, 1);
});

test("best first goes by the shrunk score, and places without ratings come last", async () => {
  expect(await namesOf({})).toEqual(["Once Splendid", "Fine Often", "álone"]);
});

test("the other orders are what they say", async () => {
  expect(await namesOf({ sort: "newest" })).toEqual(["álone", "Once Splendid", "Fine Often"]);
  expect(await namesOf({ sort: "most-reviewed" })).toEqual([
    "Fine Often",
    "Once Splendid",
    "álone",
  ]);
  expect(await namesOf({ sort: "name" })).toEqual(["álone", "Fine Often", "Once Splendid"]);
});

test("nearest first puts what nobody can find last, from campus and from elsewhere", async () => {
  const place = (where: Prisma.PlaceWhereInput) => reader().place.findFirstOrThrow({ where });
  const [fine, alone] = [await place({ name: "Fine Often" }), await place({ name: "álone" })];
  const put = (id: number, latitude: number) =>
    write((writer) =>
      writer.place.update({ where: { id }, data: { latitude, longitude: -0.1063 } }),
    );
  await put(fine.id, 51.5644);
  await put(alone.id, 51.57);
  expect(await namesOf({ sort: "nearest" })).toEqual(["Fine Often", "álone", "Once Splendid"]);
  const from = { latitude: 51.571, longitude: -0.1063 };
  expect(await namesOf({ sort: "nearest", from })).toEqual([
    "álone",
    "Fine Often",
    "Once Splendid",
  ]);
  expect(await namesOf({ walk: 5 })).toEqual(["Fine Often"]);
  expect(await namesOf({ walk: 5, from })).toEqual(["álone"]);
});

test("cuisines are alternatives, and a place that serves two of them is listed once", async () => {
  expect(await namesOf({ cuisines: ["pizza"] })).toEqual(["Fine Often", "álone"]);
  expect(await namesOf({ cuisines: ["pizza", "coffee"] })).toEqual([
    "Once Splendid",
    "Fine Often",
    "álone",
  ]);
  expect((await find({ cuisines: ["pizza", "coffee"] })).counts.matching).toBe(3);
});

test("closed places are left out unless they are asked for, in the list and in the counts", async () => {
  expect(await namesOf({ includeClosed: true })).toContain("Zero Left");
  const pizza = async (includeClosed: boolean) => {
    const { cuisines, counts } = await find({ includeClosed });
    return counts.cuisines.get(cuisines.find(({ slug }) => slug === "pizza")?.id ?? 0);
  };
  expect([await pizza(false), await pizza(true)]).toEqual([2, 3]);
});

test("a card has its cuisines by name, its sums and its latest review", async () => {
  const fine = (await find()).places.find(({ name }) => name === "Fine Often");
  expect(fine).toMatchObject({ cuisines: ["Italian", "Pizza"], reviewCount: 3, ratingSum: 12 });
  expect(fine?.quote).toMatchObject({ body: "Fine.", by: "edsger" });
});

const explain = async (sql: Prisma.Sql) => {
  const plan = await reader().$queryRaw<{ detail: string }[]>(
    Prisma.sql`EXPLAIN QUERY PLAN ${sql}`,
  );
  return plan.map(({ detail }) => detail);
};
const asked = (overrides: Partial<PlaceQuery>) =>
  filterOf({ ...EVERY_PLACE, ...overrides }, [{ id: 1, slug: "pizza" }], now);
const MANY = {
  matching: 10_000,
  walks: [10_000, 10, 50, 2000, 5000],
  few: undefined,
  many: undefined,
};
const FEW = { matching: 3, walks: [3, 3, 3, 3, 3], few: [1, 2, 3], many: undefined };
const indexes: Record<string, string> = {
  best: "best",
  nearest: "nearest",
  cheapest: "cheapest",
  newest: "newest",
};

test.each(SORTS.filter(({ sort }) => sort !== "match"))(
  "$words reads a page from an index that has all it filters by, and sorts nothing",
  async ({ sort }) => {
    const filter = asked({ price: 8, walk: 10, score: 4, diets: ["vegan"], features: ["laptop"] });
    const steps = await explain(listPlacesSql({ filter, sort, page: 1 }, MANY));
    const index = `place_index_${indexes[sort] ?? sort.replace("-", "_")}`;
    // A filter by what the list is sorted by reads only that part of the index.
    expect(steps.join("\n")).toMatch(
      new RegExp(`(SCAN|SEARCH) place_index USING COVERING INDEX ${index}\\b`),
    );
    expect(steps.filter((step) => step.includes("TEMP B-TREE FOR ORDER BY"))).toHaveLength(1);
    expect(
      steps.filter((step) =>
        /^SCAN (?!place_index USING COVERING|page|site_score|\(subquery|CONSTANT)/.test(step),
      ),
    ).toEqual([]);
  },
);

test.each(SORTS.filter(({ sort }) => sort !== "match"))(
  "$words reads a page of many places that were looked up from the index of its order, too",
  async ({ sort }) => {
    const filter = asked({ cuisines: ["pizza"], open: "now", search: "pizza" });
    const steps = await explain(
      listPlacesSql({ filter, sort, page: 1 }, { ...MANY, many: Buffer.from([0, 1]) }),
    );
    const index = `place_index_${indexes[sort] ?? sort.replace("-", "_")}`;
    expect(steps.join("\n")).toMatch(
      new RegExp(`SCAN place_index USING COVERING INDEX ${index}\\b`),
    );
    expect(steps.filter((step) => step.includes("TEMP B-TREE FOR ORDER BY"))).toHaveLength(1);
  },
);

test.each<[string, Partial<PlaceQuery>, RegExp]>([
  [
    "cuisine",
    { cuisines: ["pizza"] },
    /SEARCH cuisine_bits USING PRIMARY KEY \(cuisine_id=\? AND block=\?\)/,
  ],
  [
    "hours",
    { open: "now" },
    /SEARCH open_bits USING PRIMARY KEY \(day=\? AND block=\? AND minute<\?\)/,
  ],
  ["search", { search: "pizza" }, /SCAN place_search VIRTUAL TABLE INDEX/],
])(
  "a rare %s is counted by its index, and its few places are looked up by id",
  async (_, overrides, gathering) => {
    const filter = asked(overrides);
    expect((await explain(countPlacesSql(filter, openNow(EVERY_PLACE, now)))).join("\n")).toMatch(
      gathering,
    );
    const listing = (await explain(listPlacesSql({ filter, sort: "best", page: 1 }, FEW))).join(
      "\n",
    );
    expect(listing).toContain("SEARCH place_index USING INTEGER PRIMARY KEY (rowid=?)");
    expect(listing).not.toMatch(
      /SCAN (place_index|place_search|reviews|places|opening_intervals)$/m,
    );
  },
);

test("places are counted by their bits, sixty at once, and no table with a row for each is scanned", async () => {
  const narrow: Partial<PlaceQuery> = {
    price: 8,
    walk: 10,
    score: 4,
    diets: ["vegan"],
    includeClosed: true,
  };
  for (const overrides of [{}, narrow, { open: "now" as const, cuisines: ["pizza"] }]) {
    const steps = await explain(countPlacesSql(asked(overrides), openNow(EVERY_PLACE, now)));
    expect(steps).toContain("SCAN place_bits");
    for (const step of steps)
      expect(step).not.toMatch(
        /SCAN (place_index|places|place_cuisines|reviews|opening_intervals)\b/,
      );
    // What is worked out for a block is worked out once.
    expect(steps.filter((step) => step.includes("SEARCH open_bits"))).toHaveLength(2);
  }
});

const unusual: [string, Partial<PlaceQuery>][] = [
  [
    "everything at once",
    { search: "pizza", cuisines: ["pizza"], price: 8, walk: 5, score: 3, open: "now" },
  ],
  [
    "a walk from elsewhere",
    { walk: 20, from: { latitude: 51.57, longitude: -0.1 }, sort: "nearest" },
  ],
  [
    "hours and three needs",
    { open: { day: 5, minute: 60 }, diets: ["vegan"], features: ["laptop", "sockets"] },
  ],
  ["many words", { search: "the and it was good", sort: "match" }],
];

test.each(unusual)(
  "no query for %s scans the places, the reviews or the hours",
  async (_, overrides) => {
    const { sort = "best" } = overrides;
    for (const counted of [FEW, MANY]) {
      for (const sql of [
        listPlacesSql({ filter: asked(overrides), sort, page: 1 }, counted),
        countPlacesSql(asked(overrides), openNow(EVERY_PLACE, now)),
      ]) {
        for (const step of await explain(sql)) {
          expect(step).not.toMatch(/SCAN (places|reviews|opening_intervals|members|sightings)\b/);
        }
      }
    }
  },
);

test("a cuisine that would be SQL is a cuisine that nobody serves", async () => {
  const { unknownCuisines, counts } = await find({ cuisines: ["'; DROP TABLE places; --"] });
  expect(unknownCuisines).toEqual(["'; DROP TABLE places; --"]);
  expect(counts.matching).toBe(3);
});
