import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { write } from "#app/db/database.server.ts";
import {
  type Model,
  type ModelPlace,
  modelMatches,
  modelOpenRank,
  readModel,
} from "../../../tests/setup/place-model.ts";
import { propertyRuns } from "../../../tests/setup/property-runs.ts";
import { addMember, addPlace } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { AS_TYPED } from "../search/understand.server.ts";
import { searchWords } from "../search/words.ts";
import { campusPosition } from "../site/site.server.ts";
import { dayInLondon } from "../text/dates.ts";
import { keepUp } from "../upkeep/keep-up.server.ts";
import { metresBetween } from "../walk/walk.ts";
import { DIETS, FEATURES } from "./diets-and-features.ts";
import { findPlaces } from "./find-places.server.ts";
import {
  EVERY_PLACE,
  PLACES_PER_PAGE,
  type PlaceQuery,
  PRICES,
  SCORES,
  SORTS,
  WALKS,
} from "./place-query.ts";

openTestDatabase();

const PLACES = 70;
const CUISINES = ["Pizza", "Coffee", "Falafel", "Crème brûlée", "Noodles"];
const BODIES = [
  "Quick and warm.",
  "Good wifi, slow coffee.",
  "Felafel like my aunt’s.",
  "Nothing to add",
  "The crème was ok!",
];
const SEARCHES = [
  "",
  "",
  "",
  "pizza",
  "place 1",
  "creme",
  "w",
  "wifi coffee",
  "road n0",
  "zzz",
  "brulee!",
];
const now = new Date();
// Bank holidays too, the small hours after one, and summer time.
const MOMENTS = [
  now,
  ...[
    "2026-12-25T13:00:00Z",
    "2026-12-26T00:45:00Z",
    "2026-12-29T00:20:00Z",
    "2027-03-26T18:30:00Z",
    "2027-08-30T22:59:00Z",
  ].map((time) => new Date(time)),
];
const campus = campusPosition();
let model: Model;

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const chosen = <Value>(values: readonly Value[]) => maybe(fc.constantFrom(...values));
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

const placeFacts = fc.record({
  priceBand: fc.integer({ min: 1, max: 4 }),
  mainly: fc.constantFrom(null, null, "meal", "drink", "bite"),
  postcode: fc.constantFrom(null, "N0 1AA", "N0 2BB", "N0 3CC"),
  cuisines: fc.subarray(CUISINES, { minLength: 1 }),
  isClosed: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
  isImported: fc.integer({ min: 0, max: 2 }).map((number) => number === 0),
  position: maybe(
    fc.tuple(fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: -2000, max: 2000 })),
  ),
  diets: fc.array(fc.tuple(fc.constantFrom(...DIETS), fc.constantFrom("none", "some", "all"))),
  features: fc.array(fc.tuple(fc.constantFrom(...FEATURES), fc.boolean())),
  // Not around six months, nor around a year: what today is must not matter.
  confirmedDaysAgo: maybe(
    fc.integer({ min: 0, max: 400 }).filter((days) => days < 175 || days > 195),
  ),
  bankHolidays: fc.constantFrom("usual", "closed", "own", null),
  hours: fc.array(
    fc.tuple(
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 0, max: 1439 }),
      fc.integer({ min: 30, max: 1440 }),
    ),
  ),
  reviews: fc.array(
    fc.record({
      rating: fc.integer({ min: 1, max: 5 }),
      body: fc.constantFrom(...BODIES),
      dish: fc.constantFrom(null, "Flat white", "Crème caramel"),
      paid: fc.constantFrom(
        ...[300, 400, 799, 800, 1200, 1500, 2600].flatMap((pricePence) =>
          ["meal", "drink", "bite", null].map((priceKind) => ({ pricePence, priceKind })),
        ),
        { pricePence: null, priceKind: null },
      ),
      days: fc.integer({ min: 0, max: 700 }).filter((days) => days < 360 || days > 370),
    }),
    { maxLength: 4 },
  ),
});

const queries: fc.Arbitrary<PlaceQuery> = fc.record({
  search: fc.constantFrom(...SEARCHES),
  cuisines: fc.subarray(["pizza", "coffee", "falafel", "creme-brulee", "noodles"], {
    maxLength: 2,
  }),
  diets: fc.subarray(
    DIETS.map(({ diet }) => diet),
    { maxLength: 2 },
  ),
  features: fc.subarray(
    FEATURES.map(({ feature }) => feature),
    { maxLength: 2 },
  ),
  price: chosen(PRICES),
  priceKind: fc.constantFrom("meal", "meal", "drink", "bite"),
  walk: chosen(WALKS),
  from: maybe(fc.constant({ latitude: 51.571, longitude: -0.101 })),
  score: chosen(SCORES),
  open: maybe(
    fc.oneof(
      fc.constant("now" as const),
      fc.record({ day: fc.integer({ min: 1, max: 7 }), minute: fc.integer({ min: 0, max: 1439 }) }),
    ),
  ),
  includeUnconfirmed: fc.boolean(),
  includeClosed: fc.boolean(),
  includeUnrecommended: fc.boolean(),
  mixesShut: fc.boolean(),
  sort: fc.constantFrom(...SORTS.map(({ sort }) => sort).filter((sort) => sort !== "match")),
  page: fc.constant(1),
});

beforeAll(async () => {
  const members = await Promise.all(
    Array.from({ length: 4 }, (_, index) => addMember(`member ${index}`)),
  );
  await write((writer) =>
    writer.postcode.createMany({
      data: [
        { postcode: "N0 1AA", latitude: 51.566, longitude: -0.104 },
        { postcode: "N0 2BB", latitude: 51.56, longitude: -0.12 },
      ],
    }),
  );
  const samples = fc.sample(placeFacts, { numRuns: PLACES, seed: 4 });
  for (const [index, facts] of samples.entries())
    await addPlaceWithFacts(`Place ${index}`, facts, members);
  // Two that differ in nothing, and so in their ids alone.
  const duplicate = samples.find(({ reviews, isClosed }) => reviews.length > 1 && !isClosed);
  for (const name of ["Duplicate", "The Duplicate"])
    if (duplicate) await addPlaceWithFacts(name, duplicate, members);
  await keepUp(now);
  model = await readModel(campus, dayInLondon(now));
});

async function addPlaceWithFacts(
  name: string,
  facts: typeof placeFacts extends fc.Arbitrary<infer Facts> ? Facts : never,
  members: number[],
) {
  const {
    cuisines,
    postcode,
    position,
    isClosed,
    priceBand,
    mainly,
    confirmedDaysAgo,
    bankHolidays,
    diets,
    features,
    reviews,
  } = facts;
  const placeId = await addPlace(name, {
    cuisines,
    postcode,
    closedOn: isClosed ? "2026-01-01" : undefined,
  });
  await write((writer) =>
    writer.place.update({
      where: { id: placeId },
      data: {
        priceBand,
        mainly,
        bankHolidays,
        hoursConfirmedOn:
          confirmedDaysAgo === undefined ? null : dayInLondon(daysAgo(confirmedDaysAgo)),
        ...(position && {
          latitude: campus.latitude + position[0] / 111_195,
          longitude: campus.longitude + position[1] / 69_117,
        }),
      },
    }),
  );
  if (facts.isImported) {
    const imported = { source: "fhrs", sourceId: String(placeId), area: "519", facts: "{}" };
    await write((writer) => writer.importedPlace.create({ data: { placeId, ...imported } }));
  }
  for (const [day, opensAt, length] of facts.hours) {
    const row = { placeId, day, opensAt, closesAt: opensAt + length };
    // The database refuses what overlaps.
    await write((writer) => writer.openingInterval.create({ data: row })).catch(() => undefined);
  }
  const diet = new Map(diets.map(([{ diet }, portion]) => [diet, portion]));
  const feature = new Map(features.map(([{ feature }, present]) => [feature, present]));
  await write((writer) =>
    writer.$transaction([
      writer.placeDiet.createMany({
        data: [...diet].map(([diet, portion]) => ({ placeId, diet, portion })),
      }),
      writer.placeFeature.createMany({
        data: [...feature].map(([feature, present]) => ({ placeId, feature, present })),
      }),
      ...reviews.map(({ days, paid, ...review }, index) =>
        writer.review.create({
          data: {
            ...review,
            ...paid,
            placeId,
            memberId: members[index] ?? 0,
            visitedOn: dayInLondon(daysAgo(days)),
          },
        }),
      ),
    ]),
  );
}

const countOf = (query: PlaceQuery, change: Partial<PlaceQuery> = {}, then = now) =>
  modelMatches(model, { ...query, ...change }, searchWords(query.search), then).length;

test("what is found, and the count of each option, is what trying every condition on every place finds", async () => {
  const check = async (query: PlaceQuery, then: Date) => {
    const { places, counts, cuisines, reading } = await findPlaces(query, then);
    fc.pre(reading === AS_TYPED);
    const count = (asked: PlaceQuery, change: Partial<PlaceQuery>) => countOf(asked, change, then);
    const expected = modelMatches(model, query, searchWords(query.search), then);
    expect(counts.matching).toBe(expected.length);
    const withAll = count(query, { includeUnrecommended: true });
    expect(counts.unrecommended).toBe(withAll - expected.length);
    const isLast = places.map(({ isUnrecommended }) => isUnrecommended);
    expect(isLast).toEqual(isLast.toSorted());
    expect(places.length).toBe(Math.min(PLACES_PER_PAGE, expected.length));
    expect(expected.map(({ id }) => id)).toEqual(
      expect.arrayContaining(places.map(({ placeId }) => placeId)),
    );
    const any = { price: undefined, walk: undefined, score: undefined } as const;
    expect(counts.prices).toEqual([any.price, ...PRICES].map((price) => count(query, { price })));
    expect(counts.walks).toEqual([any.walk, ...WALKS].map((walk) => count(query, { walk })));
    expect(counts.scores).toEqual([any.score, ...SCORES].map((score) => count(query, { score })));
    expect(counts.openNow).toBe(count(query, { open: "now" }));
    expect(counts.openOrNot).toBe(count(query, { open: undefined }));
    const ranks = expected.map((place) => modelOpenRank(place, query, then));
    expect(counts.matchingOpen).toBe(ranks.filter((rank) => rank === 0).length);
    expect(counts.matchingUnknown).toBe(ranks.filter((rank) => rank === 1).length);
    for (const { diet } of DIETS)
      expect(counts.diets[diet]).toBe(count(query, { diets: [...query.diets, diet] }));
    for (const { feature } of FEATURES)
      expect(counts.features[feature]).toBe(
        count(query, { features: [...query.features, feature] }),
      );
    for (const { id, slug } of cuisines)
      expect(counts.cuisines.get(id) ?? 0).toBe(count(query, { cuisines: [slug] }));
  };
  await fc.assert(fc.asyncProperty(queries, fc.constantFrom(...MOMENTS), check), {
    numRuns: propertyRuns(100),
  });
}, 120_000);

const inOrder: Record<string, (place: ModelPlace, query: PlaceQuery) => (number | string)[]> = {
  best: ({ score, id }) => [-(score ?? 0), id],
  nearest: ({ position, id }, query) => [
    position ? metresBetween(query.from ?? campus, position) : Number.POSITIVE_INFINITY,
    id,
  ],
  cheapest: ({ pence, id }, { priceKind }) => [pence[priceKind] ?? Number.POSITIVE_INFINITY, id],
  newest: ({ createdAt, id }) => [-createdAt.getTime(), -id],
  "most-reviewed": ({ reviews, id }) => [-reviews.length, id],
  name: ({ nameKey, id }) => [nameKey, id],
};

test("the pages of a list hold every place once, in its order", async () => {
  const check = async (query: PlaceQuery, then: Date) => {
    const first = await findPlaces(
      { ...query, search: "", price: undefined, score: undefined },
      then,
    );
    const matching = modelMatches(model, first.query, [], then);
    const rankOf = (place: ModelPlace) => modelOpenRank(place, first.query, then);
    const isOpenFirst =
      query.open === undefined && !query.mixesShut && matching.some((place) => rankOf(place) === 0);
    expect(first.isOpenFirst).toBe(isOpenFirst);
    const found: number[] = [];
    for (let page = 1; page <= first.pages; page += 1) {
      const { places } = await findPlaces({ ...first.query, page }, then);
      found.push(...places.map(({ placeId }) => placeId));
    }
    const keyOf = inOrder[query.sort];
    const orderOf = (place: ModelPlace) => [
      place.imports.length > 0 && place.reviews.length === 0 ? 1 : 0,
      ...(isOpenFirst ? [rankOf(place)] : []),
      ...(keyOf?.(place, query) ?? []),
    ];
    const sorted = matching.toSorted((one, other) => compare(orderOf(one), orderOf(other)));
    expect(found).toEqual(sorted.map(({ id }) => id));
  };
  await fc.assert(fc.asyncProperty(queries, fc.constantFrom(...MOMENTS), check), {
    numRuns: propertyRuns(25),
  });
}, 120_000);

function compare(one: (number | string)[], other: (number | string)[]): number {
  const index = one.findIndex((value, position) => value !== other[position]);
  if (index === -1) return 0;
  return (one[index] ?? 0) < (other[index] ?? 0) ? -1 : 1;
}

test("a page past the last one holds nothing, and is no error", async () => {
  const { places, pages } = await findPlaces({ ...EVERY_PLACE, page: 1_000_000 }, now);
  expect([places.length, pages]).toEqual([0, Math.ceil(countOf(EVERY_PLACE) / PLACES_PER_PAGE)]);
});
