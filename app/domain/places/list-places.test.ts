import { beforeAll, expect, test } from "vitest";
import { Prisma, reader, write } from "#app/db/database.server.ts";
import { addMember, addPlace, addReview } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { keepUp } from "../upkeep/keep-up.server.ts";
import { countPlacesSql } from "./count-places.server.ts";
import { findPlaces } from "./find-places.server.ts";
import { listPlacesSql } from "./list-places.server.ts";
import { filterOf, openNow } from "./place-filter.server.ts";
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
  await keepUp(now);
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
const matching = (places: number) => ({
  matching: places,
  matchingOpen: Math.ceil(places / 2),
  matchingUnknown: 1,
});
const [FEW, MANY] = [matching(3), matching(10_000)];
const when = openNow(EVERY_PLACE, now);
const indexes: Record<string, string> = {
  best: "best",
  nearest: "nearest",
  cheapest: "cheapest",
  newest: "newest",
};

test.each(SORTS.filter(({ sort }) => sort !== "match"))(
  "$words reads a page from the index of its order, and sorts nothing",
  async ({ sort }) => {
    const filter = asked({ score: 4, diets: ["vegan"], features: ["laptop"] });
    const mixed = await explain(listPlacesSql({ filter, sort, page: 1 }, MANY));
    const openFirst = await explain(listPlacesSql({ filter, sort, page: 1, openFirst: when }, FEW));
    const index = `place_index_${indexes[sort] ?? sort.replace("-", "_")}`;
    for (const steps of [mixed, openFirst]) {
      const reads = steps.filter((step) => /^(SCAN|SEARCH) place_index USING INDEX/.test(step));
      expect(reads.length).toBeGreaterThan(0);
      for (const read of reads) expect(read).toMatch(new RegExp(`INDEX ${index}\\b`));
      // The page itself is put in its order again, and to choose what is quoted the helpful reviews of a place, or all of them.
      expect(
        steps.filter((step) => step === "USE TEMP B-TREE FOR ORDER BY"),
        steps.join("\n"),
      ).toHaveLength(3);
    }
  },
);

const unusual: [string, Partial<PlaceQuery>][] = [
  ["a cuisine", { cuisines: ["pizza"] }],
  [
    "everything at once",
    { search: "pizza", cuisines: ["pizza"], price: 8, walk: 5, score: 3, open: "now" },
  ],
  [
    "a walk from elsewhere",
    { walk: 20, from: { latitude: 51.57, longitude: -0.1 }, sort: "nearest" },
  ],
  [
    "hours, a diet and two features",
    { open: { day: 5, minute: 60 }, diets: ["vegan"], features: ["laptop", "sockets"] },
  ],
  ["many words", { search: "the and it was good", sort: "match" }],
];

test.each(unusual)(
  "no query for %s scans the places, the reviews or the hours, and places are gone through once",
  async (_, overrides) => {
    const { sort = "best" } = overrides;
    const counting = await explain(countPlacesSql(asked(overrides), when));
    expect(counting.filter((step) => /^(SCAN|SEARCH) place_index\b/.test(step))).toHaveLength(1);
    const lists = [FEW, MANY].map((counts) =>
      explain(listPlacesSql({ filter: asked(overrides), sort, page: 1, openFirst: when }, counts)),
    );
    for (const step of [...counting, ...(await Promise.all(lists)).flat()])
      expect(step).not.toMatch(
        /SCAN (places|reviews|place_cuisines|opening_intervals|members|sightings)\b/,
      );
  },
);

test("a cuisine that would be SQL is a cuisine that nobody serves", async () => {
  const { unknownCuisines, counts } = await find({ cuisines: ["'; DROP TABLE places; --"] });
  expect(unknownCuisines).toEqual(["'; DROP TABLE places; --"]);
  expect(counts.matching).toBe(3);
});

test("the quote is from a review of 4 or 5: the most helpful, one that names a dish, or the newest that fits", async () => {
  const [ada, grace, edsger, alan] = [
    await addMember("q1"),
    await addMember("q2"),
    await addMember("q3"),
    await addMember("q4"),
  ];
  const quoted = async () =>
    (await find()).places.find(({ name }) => name === "Quotable")?.quote?.body;
  const place = await addPlace("Quotable", { cuisines: ["Tea"] });
  const long = `${"Long and winding, ".repeat(8)}and then an end.`;
  await addReview(place, ada, 2, { body: "Cold and rude to everybody." });
  expect(await quoted()).toBe("Cold and rude to everybody.");
  await addReview(place, grace, 5, { body: "Go early for the seats. Really." });
  await addReview(place, edsger, 4, { body: long, dish: "Leaf tea" });
  expect(await quoted()).toBe("Go early for the seats. Really.");
  await addReview(place, alan, 4, { body: "The scone is the size of a fist!", dish: "Scone" });
  expect(await quoted()).toBe("The scone is the size of a fist!");
  await write((writer) =>
    writer.helpfulVote.create({ data: { placeId: place, authorId: grace, memberId: ada } }),
  );
  expect(await quoted()).toBe("Go early for the seats. Really.");
});

test("of a chain that nobody has rated the nearest branch comes first, and one that somebody has before them", async () => {
  const branch = async (street: string, latitude: number) => {
    const slug = street.toLowerCase().replace(" ", "-");
    const id = await addPlace("Null Coffee", { street, slug });
    await write((writer) =>
      writer.place.update({ where: { id }, data: { latitude, longitude: -0.1063 } }),
    );
    return id;
  };
  await branch("Far Road", 51.6);
  const rated = await branch("Farther Road", 51.7);
  await branch("Near Road", 51.565);
  await addReview(rated, await addMember("barista"), 4);
  const { places } = await find({ search: "null coffee", sort: "match" });
  expect(places.map(({ street }) => street)).toEqual(["Farther Road", "Near Road", "Far Road"]);
});
