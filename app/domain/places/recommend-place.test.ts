import { beforeEach, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { addMember } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { listCuisines } from "../cuisines/cuisines.server.ts";
import { campusPosition } from "../site/site.server.ts";
import { savePostcodes } from "../walk/postcode-table.server.ts";
import { metresOfWalk, walkMinutes } from "../walk/walk.ts";
import { findPlaces } from "./find-places.server.ts";
import { parsePlaceQuery } from "./parse-place-query.ts";
import { recommendPlace } from "./recommend-place.server.ts";

openTestDatabase();

type Place = Parameters<typeof recommendPlace>[0];

// A Monday at noon in London.
const NOW = new Date("2026-11-30T12:00:00Z");
const REVIEW = { rating: 4, body: "Fine.", dish: null, dishSlug: null };
const EVERY_DAY = {
  bankHolidays: null,
  intervals: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opensAt: 480, closesAt: 1020 })),
};
let member = 0;
let count = 0;

beforeEach(async () => {
  count += 1;
  member = await addMember(`recommender ${count}`);
  const campus = campusPosition();
  await write((writer) =>
    writer.campus.upsert({ where: { id: 1 }, create: campus, update: campus }),
  );
});

function recommend(overrides: Partial<Place> = {}, said: { price?: number; dish?: string } = {}) {
  const place = {
    name: `Place ${count}`,
    street: `${count} Recommended Road`,
    postcode: "N9 9XX",
    position: undefined,
    approximateWalk: null,
    priceBand: 1,
    website: undefined,
    cuisines: [],
    newCuisine: "Soup",
    mainly: null,
    diets: {},
    hours: null,
    ...overrides,
  };
  const review = {
    ...REVIEW,
    pricePence: said.price ?? null,
    priceKind: said.price === undefined ? null : "meal",
    visitedOn: null,
    ...(said.dish && { dish: said.dish, dishSlug: said.dish }),
  };
  const posting = { formSecret: `secret ${count} ${JSON.stringify(overrides)}`, isDifferent: true };
  return recommendPlace(place, review, { memberId: member }, posting, NOW);
}

const stored = () =>
  reader().place.findUniqueOrThrow({
    where: { slug: `place-${count}` },
    include: { sightings: true, diets: true, openingIntervals: true, index: true },
  });
async function isFound(address: string): Promise<boolean> {
  const { query } = parsePlaceQuery(new URLSearchParams(address));
  const { places } = await findPlaces(query, NOW);
  return places.some(({ slug }) => slug === `place-${count}`);
}

test("that it was there is a sighting, of its author and of that moment", async () => {
  await recommend();
  expect((await stored()).sightings).toMatchObject([
    { memberId: member, state: "open", createdAt: NOW },
  ]);
});

test("what vegans can eat, the hours and the position are found by the filters", async () => {
  await recommend({
    diets: { vegan: "some" },
    hours: EVERY_DAY,
    position: { ...campusPosition(), latitude: campusPosition().latitude + 0.003 },
  });
  expect(await isFound("diet=vegan&walk=10&open=now")).toBe(true);
  expect(await stored()).toMatchObject({ hoursConfirmedOn: "2026-11-30", bankHolidays: null });
});

test.each([
  ["named anew", { newCuisine: "Vegan" }, "all"],
  ["named anew, in its own spelling", { newCuisine: " VEGAN" }, "all"],
  ["chosen, and what is there is some", { newCuisine: "Vegan", diets: { vegan: "some" } }, "some"],
  ["a diet of another name", { newCuisine: "Halal" }, undefined],
] as const)("a cuisine that is a diet is all of the menu: %s", async (_what, place, portion) => {
  await recommend(place);
  const { diets } = await stored();
  expect(diets.find(({ diet }) => diet === "vegan")?.portion).toBe(portion);
  expect(diets.length).toBe(1);
});

test("a cuisine of the list that is a diet is, too", async () => {
  expect((await listCuisines()).some(({ slug }) => slug === "vegan")).toBe(true);
  await recommend({ cuisines: ["vegan"], newCuisine: undefined });
  expect((await stored()).diets).toMatchObject([{ diet: "vegan", portion: "all" }]);
});

test.each([5, 10, 15] as const)(
  "about %i minutes is a walk that the filter counts, until it is measured",
  async (minutes) => {
    const postcode = `N9 ${minutes % 10}XY`;
    await recommend({ postcode, approximateWalk: minutes });
    const { index } = await stored();
    expect(index).toMatchObject({ latitude: null, campusMetres: metresOfWalk(minutes) });
    expect(walkMinutes(index?.campusMetres ?? 0)).toBe(minutes);
    expect([await isFound(`walk=${minutes}`), await isFound("walk=20")]).toEqual([true, true]);
    expect(await isFound("walk=5")).toBe(minutes === 5);
    const { latitude, longitude } = campusPosition();
    await write((writer) =>
      savePostcodes(writer, [{ postcode, latitude: latitude + 0.01, longitude }]),
    );
    const measured = (await stored()).index;
    expect(measured?.latitude).toBeCloseTo(latitude + 0.01, 9);
    expect(walkMinutes(measured?.campusMetres ?? 0)).toBe(19);
    await write((writer) => writer.postcode.delete({ where: { postcode } }));
    expect((await stored()).index?.campusMetres).toBe(metresOfWalk(minutes));
  },
);

test("an unknown postcode without a word of where it is, is asked about, and nothing is written", async () => {
  const outcome = await recommend({ approximateWalk: undefined });
  expect(outcome).toEqual({ kind: "nowhere" });
  expect(await reader().place.count({ where: { slug: `place-${count}` } })).toBe(0);
});

test.each([
  [{}, {}, ["position", "hours", "vegan", "price", "dish"]],
  [{ approximateWalk: 10 }, { dish: "soup" }, ["position", "hours", "vegan", "price"]],
  [{ hours: EVERY_DAY, diets: { vegan: "none" } }, { price: 500 }, ["position", "dish"]],
  [{ newCuisine: "Vegan", position: campusPosition() }, {}, ["hours", "price", "dish"]],
] as const)("%j leaves open what it does not say", async (place, said, missing) => {
  expect(await recommend(place, said)).toMatchObject({ kind: "posted", missing });
});

test.each([
  [null, true],
  ["meal", true],
  ["drink", false],
  ["bite", false],
] as const)(
  "a price band of what people mainly have, %s, is that of a meal: %s",
  async (mainly, isOfMeals) => {
    await recommend({ mainly, priceBand: 1 });
    expect(await isFound("price=8")).toBe(isOfMeals);
    expect((await stored()).index?.pricePence).toBe(isOfMeals ? 799 : 9999);
  },
);
