import { beforeAll, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { addMember, addPlace } from "../../../tests/setup/rows.ts";
import { tamper } from "../../../tests/setup/stored.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { campusPosition } from "../site/site.server.ts";
import { dayInLondon } from "../text/dates.ts";
import { keepUp } from "../upkeep/keep-up.server.ts";
import { metresBetween } from "../walk/walk.ts";
import { findPlaces } from "./find-places.server.ts";
import { EVERY_PLACE } from "./place-query.ts";
import { drawPlace } from "./surprise.server.ts";

const file = openTestDatabase();
const members: number[] = [];
let placeId = 0;
const indexed = () => reader().placeIndex.findUniqueOrThrow({ where: { placeId } });
const daysAgo = (days: number) => dayInLondon(new Date(Date.now() - days * 86_400_000));
const OPTIONS = new Set([
  "vegan",
  "vegetarian",
  "halal",
  "kosher",
  "glutenFree",
  "laptop",
  "sockets",
  "cards",
]);
const pay = (member: number, pricePence: number | null, days = 10, priceKind = "meal") => {
  const data = {
    placeId,
    memberId: members[member] ?? 0,
    rating: 4,
    body: "Fine.",
    pricePence,
    priceKind: pricePence === null ? null : priceKind,
    visitedOn: daysAgo(days),
  };
  const where = { placeId_memberId: { placeId, memberId: data.memberId } };
  return write((writer) => writer.review.upsert({ where, create: data, update: data }));
};

beforeAll(async () => {
  for (const handle of ["ada", "grace", "edsger", "barbara"]) members.push(await addMember(handle));
  placeId = await addPlace("Indexed", { postcode: "N4 2DH" });
  await keepUp(new Date());
});

test("the price is the middle of what people paid in 12 months, or the most of the band", async () => {
  expect(await indexed()).toMatchObject({ pricePence: 799, medianPence: null, priceCount: 0 });
  await pay(0, 500);
  await pay(1, 900);
  expect(await indexed()).toMatchObject({ pricePence: 700, medianPence: 700, priceCount: 2 });
  await pay(2, 600);
  await pay(3, 10_000, 400);
  expect(await indexed()).toMatchObject({ pricePence: 600, medianPence: 600, priceCount: 3 });
  await pay(0, null);
  await write((writer) => writer.review.deleteMany({ where: { memberId: members[1] } }));
  expect(await indexed()).toMatchObject({ pricePence: 600, priceCount: 1 });
  await write((writer) => writer.review.deleteMany({ where: { placeId } }));
  await write((writer) => writer.place.update({ where: { id: placeId }, data: { priceBand: 3 } }));
  expect(await indexed()).toMatchObject({ pricePence: 2499, medianPence: null, pricesUntil: null });
});

test("drinks and bites are counted apart, and the lowest band is no meal's where they alone are known", async () => {
  await write((writer) => writer.place.update({ where: { id: placeId }, data: { priceBand: 1 } }));
  await pay(0, 340, 10, "drink");
  const drinks = { drinkPence: 340, drinkCount: 1, priceCount: 0, medianPence: null };
  expect(await indexed()).toMatchObject({ ...drinks, pricePence: 9999, bitePence: null });
  await pay(1, 80, 10, "bite");
  expect(await indexed()).toMatchObject({ ...drinks, bitePence: 80, biteCount: 1 });
  await write((writer) => writer.place.update({ where: { id: placeId }, data: { priceBand: 2 } }));
  expect(await indexed()).toMatchObject({ ...drinks, pricePence: 1499 });
  await pay(2, 950);
  expect(await indexed()).toMatchObject({ pricePence: 950, medianPence: 950, drinkPence: 340 });
  await pay(0, 340, 10, "meal");
  expect(await indexed()).toMatchObject({ pricePence: 645, priceCount: 2, drinkPence: null });
  await write((writer) => writer.review.deleteMany({ where: { placeId } }));
  await write((writer) => writer.place.update({ where: { id: placeId }, data: { priceBand: 3 } }));
  expect(await indexed()).toMatchObject({ pricePence: 2499, biteCount: 0, pricesUntil: null });
});

test("a price that has grown old stops counting on the day it does", async () => {
  await pay(0, 500, 10);
  const { pricesUntil } = await indexed();
  expect((pricesUntil ?? "") > daysAgo(0)).toBe(true);
  // As if a year had passed since.
  tamper(
    file,
    "DROP TRIGGER prices_count_changed_review",
    `UPDATE reviews SET visited_on = '${daysAgo(370)}'`,
    `UPDATE place_index SET prices_until = '${daysAgo(3)}'`,
  );
  await keepUp(new Date(Date.now() + 2 * 86_400_000));
  expect(await indexed()).toMatchObject({
    pricePence: 2499,
    medianPence: null,
    priceCount: 0,
    pricesUntil: null,
  });
});

test("a place is where somebody said, or where its postcode is, and its distance follows", async () => {
  expect(await indexed()).toMatchObject({ latitude: null, campusMetres: null });
  const known = { latitude: 51.57, longitude: -0.1 };
  await write((writer) => writer.postcode.create({ data: { postcode: "N4 2DH", ...known } }));
  const { campusMetres, ...byPostcode } = await indexed();
  expect(byPostcode).toMatchObject(known);
  expect(campusMetres).toBeCloseTo(metresBetween(campusPosition(), known), 6);
  const exact = { latitude: 51.5701, longitude: -0.1001 };
  await write((writer) => writer.place.update({ where: { id: placeId }, data: exact }));
  await write((writer) =>
    writer.postcode.update({ where: { postcode: "N4 2DH" }, data: { latitude: 50 } }),
  );
  expect(await indexed()).toMatchObject(exact);
  expect((await indexed()).campusMetres).toBeCloseTo(metresBetween(campusPosition(), exact), 6);
  await write((writer) => writer.postcode.deleteMany());
  await write((writer) =>
    writer.place.update({ where: { id: placeId }, data: { latitude: null, longitude: null } }),
  );
  expect(await indexed()).toMatchObject({ latitude: null, campusMetres: null });
});

const met = async () =>
  Object.entries(await indexed())
    .filter(([name, value]) => OPTIONS.has(name) && value)
    .map(([name]) => name);

test("diets are suited by some or all of a menu, and vegan food suits vegetarians", async () => {
  const diet = (name: string, portion: string) =>
    write((writer) =>
      writer.placeDiet.upsert({
        where: { placeId_diet: { placeId, diet: name } },
        create: { placeId, diet: name, portion },
        update: { portion },
      }),
    );
  await diet("vegan", "some");
  await diet("halal", "none");
  expect(await met()).toEqual(["vegan", "vegetarian"]);
  await diet("vegetarian", "all");
  await diet("vegan", "none");
  await write((writer) =>
    writer.placeFeature.create({ data: { placeId, feature: "sockets", present: true } }),
  );
  await write((writer) =>
    writer.placeFeature.create({ data: { placeId, feature: "cards", present: false } }),
  );
  expect(await met()).toEqual(["vegetarian", "sockets"]);
  await write((writer) => writer.placeFeature.deleteMany());
  await write((writer) => writer.placeDiet.deleteMany());
  expect(await met()).toEqual([]);
});

test("opening intervals of one place keep apart, over midnight and over the end of the week too", async () => {
  const add = (day: number, opensAt: number, closesAt: number) =>
    write((writer) => writer.openingInterval.create({ data: { placeId, day, opensAt, closesAt } }));
  await add(7, 1200, 1560);
  await add(1, 480, 1020);
  await add(8, 600, 700);
  for (const [day, opensAt, closesAt] of [
    [1, 100, 200],
    [1, 1000, 1100],
    [7, 1300, 1400],
    [6, 1400, 2700],
    [8, 650, 800],
    [3, 600, 600],
    [3, 0, 1441],
    [9, 1, 2],
  ] as const) {
    await expect(add(day, opensAt, closesAt), `${day} ${opensAt}`).rejects.toThrow();
  }
  await add(1, 120, 480);
});

test("a surprise is a place that matches, not one just shown unless there is no other, and the better the likelier", async () => {
  const [bad, good] = [
    await addPlace("Bad", { cuisines: ["Soup"] }),
    await addPlace("Good", { cuisines: ["Soup"] }),
  ];
  for (const memberId of members) {
    for (const [id, rating] of [
      [bad, 1],
      [good, 5],
    ] as const) {
      await write((writer) =>
        writer.review.create({ data: { placeId: id, memberId, rating, body: "So." } }),
      );
    }
  }
  const soup = { ...EVERY_PLACE, cuisines: ["soup"] };
  const draws = await Promise.all(
    Array.from({ length: 200 }, () => drawPlace(soup, [], new Date())),
  );
  const goods = draws.filter((place) => place?.slug === "good").length;
  // Scores of 2 and 4, so 16 to 4: of 200 draws 160 are expected, give or take 6.
  expect(goods).toBeGreaterThan(120);
  expect(goods).toBeLessThan(195);
  expect(await drawPlace(soup, ["good"], new Date())).toEqual({ slug: "bad", among: 2 });
  expect(["good", "bad"]).toContain((await drawPlace(soup, ["good", "bad"], new Date()))?.slug);
  expect(await drawPlace({ ...EVERY_PLACE, price: 8, score: 4.5 }, [], new Date())).toBeUndefined();
});

test("another campus in the settings moves every distance", async () => {
  await write((writer) =>
    writer.campus.update({ where: { id: 1 }, data: { latitude: 40, longitude: 0 } }),
  );
  await keepUp(new Date(Date.now() + 5 * 86_400_000));
  expect(await reader().campus.findFirst({ omit: { id: true } })).toEqual(campusPosition());
  expect((await findPlaces(EVERY_PLACE, new Date())).counts.matching).toBe(3);
});
