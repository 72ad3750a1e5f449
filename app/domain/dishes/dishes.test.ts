import { beforeAll, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { addMember, addPlace } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import type { PriceKind } from "../reviews/price.ts";
import { namedDish, paidPrice } from "../reviews/review-fields.ts";
import { keepUp } from "../upkeep/keep-up.server.ts";
import { describeDishes } from "./describe-dishes.server.ts";
import type { DishPlacesQuery, DishQuery } from "./dish-query.ts";
import { dishesOfPlaces } from "./dishes-of-places.server.ts";
import { findDish, findNearestDish } from "./find-dish.server.ts";
import { findBestCheapPlace, listDishPlaces } from "./list-dish-places.server.ts";
import { DISHES_PER_PAGE, listDishes } from "./list-dishes.server.ts";

openTestDatabase();

const members: number[] = [];
const places = new Map<string, number>();
let reviews = 0;

type Said = {
  rating?: number;
  pence?: number;
  priceKind?: PriceKind;
  visitedOn?: string;
  body?: string;
};

/** Reviews a place: a member each, every review a day after the one before. */
async function say(
  place: string,
  member: number,
  dish: string,
  { rating = 4, pence, priceKind, visitedOn, body = "So." }: Said,
) {
  reviews += 1;
  const at = new Date(Date.UTC(2026, 0, reviews));
  const [placeId, memberId] = [places.get(place) ?? 0, members[member] ?? 0];
  const data = {
    placeId,
    memberId,
    rating,
    body,
    ...namedDish(dish),
    ...paidPrice(pence, priceKind, dish),
    visitedOn,
  };
  await write((writer) =>
    writer.review.create({ data: { ...data, createdAt: at, updatedAt: at } }),
  );
}

const ALL: DishQuery = {
  search: "",
  price: undefined,
  includeClosed: false,
  sort: "recommended",
  page: 1,
};
const names = async (query: Partial<DishQuery> = {}) =>
  (await listDishes({ ...ALL, ...query })).dishes.map(({ name }) => name);
const PLACES: DishPlacesQuery = { includeClosed: false, sort: "best", page: 1 };
const placesOf = async (slug: string, query: Partial<DishPlacesQuery> = {}) =>
  (await listDishPlaces(slug, { ...PLACES, ...query })).map(({ name }) => name);

beforeAll(async () => {
  for (const handle of ["ada", "grace", "edsger", "barbara"]) members.push(await addMember(handle));
  for (const name of ["Near", "Far", "Lost"]) places.set(name, await addPlace(name));
  places.set("Gone", await addPlace("Gone", { closedOn: "2026-01-01" }));
  for (const [name, latitude] of [
    ["Near", 51.5653],
    ["Far", 51.58],
  ] as const) {
    const where = { id: places.get(name) };
    await write((writer) => writer.place.update({ where, data: { latitude, longitude: -0.1063 } }));
  }
  await keepUp(new Date());
  await say("Near", 0, "Flat White", { rating: 5, pence: 320 });
  await say("Near", 1, "flat white", {
    rating: 5,
    pence: 380,
    visitedOn: "2025-12-01",
    body: "Dearer now. “Good”!",
  });
  await say("Far", 0, "Flat white", { rating: 3, pence: 300 });
  await say("Far", 1, "flat white", { rating: 4 });
  await say("Lost", 0, "FLAT WHITE", { rating: 4, pence: 500 });
  await say("Gone", 0, "Flat white!", { rating: 1, pence: 100 });
  await say("Gone", 1, "Ghost soup", { rating: 5, pence: 400 });
  await say("Lost", 1, "Crème brûlée", { rating: 5, pence: 650 });
  await say("Near", 2, "Soup", { rating: 1 });
  await say("Near", 3, "🍕", { rating: 5 });
});

test("spellings of a dish are one dish, under the one most used, and the newer of two equals", async () => {
  expect(await names()).toEqual(["flat white", "Crème brûlée", "Soup"]);
  await say("Gone", 2, "Flat white!", { rating: 4 });
  expect((await findDish("flat-white"))?.name).toBe("Flat white!");
  await write((writer) =>
    writer.review.deleteMany({ where: { memberId: members[2], dish: "Flat white!" } }),
  );
  expect((await findDish("flat-white"))?.name).toBe("flat white");
});

test("a dish sums up what the reviews of open places say of it, and of closed ones when asked", async () => {
  const slugs = ["flat-white", "ghost-soup", "soup", "nothing"];
  const open = await describeDishes(slugs, false);
  expect(open.get("flat-white")).toEqual({
    slug: "flat-white",
    name: "flat white",
    places: 3,
    reviewCount: 5,
    ratingSum: 21,
    recommended: 4,
    leastPence: 300,
    mostPence: 500,
    medianPence: 350,
  });
  expect(open.get("soup")).toMatchObject({ recommended: 0, leastPence: null, medianPence: null });
  expect([...open.keys()].toSorted()).toEqual(["flat-white", "soup"]);
  const all = await describeDishes(slugs, true);
  expect(all.get("flat-white")).toMatchObject({
    places: 4,
    reviewCount: 6,
    ratingSum: 22,
    leastPence: 100,
  });
  expect(all.has("ghost-soup")).toBe(true);
});

test("the best is by the score shrunk towards the site's mean, and prices that nobody said come last", async () => {
  // The mean is 3.8: one rating of 5 makes 4.04, and five that add up to 21 make 4.02.
  expect((await reader().siteScore.findFirstOrThrow()).mean).toBe(3.8);
  expect(await names({ sort: "best" })).toEqual(["Crème brûlée", "flat white", "Soup"]);
  expect(await names({ sort: "cheapest" })).toEqual(["flat white", "Crème brûlée", "Soup"]);
  expect(await names({ sort: "name" })).toEqual(["Crème brûlée", "flat white", "Soup"]);
  expect(await names({ sort: "cheapest", includeClosed: true })).toEqual([
    "flat white",
    "Ghost soup",
    "Crème brûlée",
    "Soup",
  ]);
});

test("a search finds words by their beginning, and a price is the middle of what was paid", async () => {
  expect(await names({ search: "WHI" })).toEqual(["flat white"]);
  expect(await names({ search: "brulee creme" })).toEqual(["Crème brûlée"]);
  expect(await names({ search: "hite" })).toEqual([]);
  expect(await names({ search: "%' OR 1=1 --" })).toEqual([]);
  expect(await names({ price: 5 })).toEqual(["flat white"]);
  expect(await names({ price: 8 })).toEqual(["flat white", "Crème brûlée"]);
});

test("a page past the last has no dishes, and still knows how many there are", async () => {
  expect(await listDishes({ ...ALL, page: 2 })).toEqual({ dishes: [], found: 3 });
  expect((await listDishes({ ...ALL, search: "zzz", page: 9 })).found).toBe(0);
  expect(DISHES_PER_PAGE).toBeGreaterThan(3);
});

test("a dish is found by any text that folds to it, and the nearest by a slip or two", async () => {
  for (const text of ["flat-white", "Flat White", "FLAT-WHITE", "flät white"]) {
    expect((await findDish(text))?.slug).toBe("flat-white");
  }
  for (const text of ["", "flat", "'; --", "🍕", "x".repeat(9000), "\0"]) {
    expect(await findDish(text)).toBeUndefined();
  }
  expect((await findNearestDish("flat-wite"))?.slug).toBe("flat-white");
  expect((await findNearestDish("Creme brulle"))?.name).toBe("Crème brûlée");
  for (const text of ["", "so", "pizza", "🍕", "x".repeat(9000)]) {
    expect(await findNearestDish(text)).toBeUndefined();
  }
});

test("the places of a dish come best, cheapest or nearest first", async () => {
  expect(await placesOf("flat-white")).toEqual(["Near", "Lost", "Far"]);
  expect(await placesOf("flat-white", { sort: "cheapest" })).toEqual(["Far", "Near", "Lost"]);
  expect(await placesOf("flat-white", { sort: "nearest" })).toEqual(["Near", "Far", "Lost"]);
  expect(await placesOf("flat-white", { includeClosed: true })).toEqual([
    "Near",
    "Lost",
    "Far",
    "Gone",
  ]);
  expect(await placesOf("flat-white", { page: 2 })).toEqual([]);
});

test("a place says what was paid there, last by the day of the visit, and quotes the newest review", async () => {
  const [near] = await listDishPlaces("flat-white", PLACES);
  expect(near).toMatchObject({
    found: 3,
    reviewCount: 2,
    ratingSum: 10,
    medianPence: 350,
    latestPence: 320,
  });
  expect(near?.quote).toMatchObject({
    body: "Dearer now. “Good”!",
    by: "grace",
    on: "2026-01-02",
  });
});

test("the dishes and spellings of a withheld place do not count", async () => {
  places.set("Withheld", await addPlace("Withheld"));
  await say("Withheld", 0, "FLAT   WHITE", { rating: 1 });
  await say("Withheld", 1, "FLAT   WHITE", { rating: 1 });
  await say("Withheld", 2, "FLAT   WHITE", { rating: 1 });
  await say("Withheld", 3, "Secret stew", { rating: 5 });
  const withheld = { withheldReason: "waiting", withheldAt: new Date() };
  await write((writer) =>
    writer.place.update({ where: { id: places.get("Withheld") }, data: withheld }),
  );
  for (const includeClosed of [false, true]) {
    for (const sort of ["recommended", "cheapest"] as const) {
      expect(await names({ includeClosed, sort })).not.toContain("Secret stew");
    }
    expect(await placesOf("flat-white", { includeClosed })).not.toContain("Withheld");
  }
  expect((await describeDishes(["flat-white"], false)).get("flat-white")).toMatchObject({
    name: "flat white",
    reviewCount: 5,
    ratingSum: 21,
  });
  expect(await findDish("secret-stew")).toBeUndefined();
  expect(await findNearestDish("secret-stw")).toBeUndefined();
});

test("the best cheap place is the best rated of the cheaper half, and none where there is no choice", async () => {
  expect(await findBestCheapPlace("flat-white", false)).toMatchObject({
    name: "Near",
    medianPence: 350,
  });
  expect(await findBestCheapPlace("creme-brulee", false)).toBeUndefined();
  expect(await findBestCheapPlace("soup", false)).toBeUndefined();
});

test("a place names at most eight dishes that people recommend there, those of most people first", async () => {
  const near = places.get("Near") ?? 0;
  expect(await dishesOfPlaces([near])).toEqual([
    { placeId: near, slug: "flat-white", name: "flat white", recommended: 2, pence: 350 },
  ]);
  for (let number = 0; number < 10; number += 1) {
    members.push(await addMember(`more ${number}`));
    await say("Lost", 4 + number, `Dish ${number}`, { rating: 5 });
  }
  const dishes = await dishesOfPlaces([near, places.get("Lost") ?? 0]);
  expect(dishes.filter(({ placeId }) => placeId === near)).toHaveLength(1);
  expect(dishes.filter(({ placeId }) => placeId === places.get("Lost"))).toHaveLength(8);
  expect(await dishesOfPlaces([])).toEqual([]);
});

test("what somebody paid for a whole meal is no price of the drink that they name", async () => {
  const prices = async () => ({
    summary: (await describeDishes(["mint-tea"], false)).get("mint-tea"),
    places: (await listDishPlaces("mint-tea", PLACES)).map(({ medianPence, latestPence }) => [
      medianPence,
      latestPence,
    ]),
    isUnder5: (await names({ price: 5 })).includes("Mint tea"),
  });
  const [place = ""] = places.keys();
  await write((writer) => writer.review.deleteMany({ where: { placeId: places.get(place) } }));
  await say(place, 0, "Mint tea", { pence: 250 });
  await say(place, 1, "Mint tea", { pence: 270 });
  await say(place, 2, "Mint tea", { pence: 1400, priceKind: "meal" });
  expect(await prices()).toMatchObject({
    summary: { leastPence: 250, mostPence: 270, medianPence: 260, reviewCount: 3 },
    places: [[260, 270]],
    isUnder5: true,
  });
});
