import { beforeAll, expect, test } from "vitest";
import { write } from "#app/db/database.server.ts";
import { addMember, addPlace } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { DAY } from "../text/dates.ts";
import { readWeek } from "./this-week.server.ts";

openTestDatabase();

const NOW = new Date("2026-11-30T12:30:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY);

type Written = { place: number; by: number; days: number } & Partial<{
  rating: number;
  body: string;
  dish: string;
  pence: number;
}>;

async function review({ place, by, days, rating = 4, body = "Fine.", dish, pence }: Written) {
  const createdAt = daysAgo(days);
  const price = pence === undefined ? {} : { pricePence: pence, priceKind: "drink" };
  const eaten = dish === undefined ? {} : { dish, dishSlug: dish.toLowerCase() };
  const data = { placeId: place, memberId: by, rating, body, createdAt, ...eaten, ...price };
  await write((writer) => writer.review.create({ data }));
}

const ids = { old: 0, fresh: 0, gone: 0, ada: 0, grace: 0, newcomer: 0 };

beforeAll(async () => {
  ids.ada = await addMember("ada");
  ids.grace = await addMember("grace");
  ids.newcomer = await addMember("newcomer");
  await write((writer) =>
    writer.member.updateMany({
      where: { handle: { not: "newcomer" } },
      data: { createdAt: daysAgo(300) },
    }),
  );
  await write((writer) =>
    writer.member.updateMany({
      where: { handle: "newcomer" },
      data: { createdAt: daysAgo(2) },
    }),
  );
  ids.old = await addPlace("Old Oven", { createdAt: daysAgo(200) });
  ids.fresh = await addPlace("Fresh Filter", { createdAt: daysAgo(6.9) });
  ids.gone = await addPlace("Gone Grill", {
    createdAt: daysAgo(1),
    withheldReason: "hidden",
    withheldRule: "spam",
    withheldAt: daysAgo(1),
  });
  await addPlace("Last Week’s", { createdAt: daysAgo(7.1) });
});

test("a week without anything is empty, and says so in numbers", async () => {
  const week = await readWeek(new Date("2020-01-01T00:00:00Z"));
  // Nothing is older than that moment, so all is within the week after it.
  expect(week.counts.places).toBe(3);
  const quiet = await readWeek(new Date("2030-01-01T00:00:00Z"));
  expect(quiet).toEqual({
    counts: { places: 0, reviews: 0, newcomers: 0 },
    places: [],
    bestSentence: undefined,
    prices: [],
    newcomers: [],
  });
});

test("has the places of seven days, and none that is hidden", async () => {
  const { counts, places } = await readWeek(NOW);
  expect(places.map(({ name }) => name)).toEqual(["Fresh Filter"]);
  expect(counts.places).toBe(1);
});

test("quotes the most helpful good review of the week", async () => {
  const { old, fresh, ada, grace, newcomer } = ids;
  await review({ place: old, by: ada, days: 30, rating: 5, body: "Long ago." });
  await review({ place: old, by: grace, days: 3, rating: 2, body: "Cold." });
  await review({ place: fresh, by: ada, days: 3, rating: 4, body: "Warm." });
  await review({ place: fresh, by: grace, days: 1, rating: 5, body: "Newest." });
  expect((await readWeek(NOW)).bestSentence?.body).toBe("Newest.");
  const vote = { placeId: fresh, authorId: ada, memberId: newcomer };
  await write((writer) => writer.helpfulVote.create({ data: vote }));
  const { bestSentence, counts } = await readWeek(NOW);
  expect(bestSentence).toMatchObject({ body: "Warm.", by: "ada", place: "Fresh Filter" });
  expect(counts.reviews).toBe(3);
});

test("names newcomers once they have written something", async () => {
  expect((await readWeek(NOW)).newcomers).toEqual([]);
  await review({ place: ids.old, by: ids.newcomer, days: 1 });
  const { newcomers, counts } = await readWeek(NOW);
  expect(newcomers).toEqual(["newcomer"]);
  expect(counts.newcomers).toBe(1);
});

test("a price moved where the last of the week is not the last before it", async () => {
  const place = await addPlace("Price Point", { createdAt: daysAgo(100) });
  const many = await Promise.all(["p1", "p2", "p3", "p4", "p5"].map((name) => addMember(name)));
  const [p1 = 0, p2 = 0, p3 = 0, p4 = 0, p5 = 0] = many;
  await review({ place, by: p1, days: 60, dish: "Mocha", pence: 300 });
  await review({ place, by: p2, days: 20, dish: "Mocha", pence: 320 });
  expect((await readWeek(NOW)).prices).toEqual([]);
  await review({ place, by: p3, days: 5, dish: "Mocha", pence: 400 });
  await review({ place, by: p4, days: 4, dish: "Mocha", pence: 350 });
  await review({ place, by: p5, days: 4, dish: "Cocoa", pence: 350 });
  const slug = "price-point";
  const moved = { slug, place: "Price Point", dish: "Mocha", before: 320, now: 350 };
  expect((await readWeek(NOW)).prices).toEqual([moved]);
  await write((writer) =>
    writer.review.updateMany({ where: { memberId: p4 }, data: { pricePence: 320 } }),
  );
  expect((await readWeek(NOW)).prices).toEqual([]);
});
