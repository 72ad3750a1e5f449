import { beforeEach, expect, test } from "vitest";
import { write } from "#app/db/database.server.ts";
import { addMember, addPlace } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { findPlacePage } from "../places/place-page.server.ts";
import type { PriceKind } from "./price.ts";

openTestDatabase();

const TODAY = "2026-11-30";
let placeId = 0;
let runs = 0;

beforeEach(async () => {
  runs += 1;
  await write((writer) => writer.place.deleteMany());
  placeId = await addPlace("Trendy");
});

type Visit = { on: string; rating?: number; pence?: number; kind?: PriceKind };

async function visit(...visits: Visit[]) {
  for (const { on, rating = 4, pence, kind = "meal" } of visits) {
    runs += 1;
    const memberId = await addMember(`visitor ${runs}`);
    const paid = pence === undefined ? {} : { pricePence: pence, priceKind: kind };
    const data = { placeId, memberId, rating, body: "Fine.", visitedOn: on, ...paid };
    await write((writer) => writer.review.create({ data }));
  }
}

const page = () => findPlacePage("trendy", TODAY);

test("ratings of the last four months are set against all before, by the day of the visit", async () => {
  await visit(
    ...[5, 5, 4].map((rating) => ({ on: "2026-07-31", rating })),
    ...[4, 4, 4, 3].map((rating) => ({ on: "2026-07-30", rating })),
  );
  expect((await page())?.trend).toEqual({
    lately: { mean: "4.7", count: 3 },
    before: { mean: "3.8", count: 4 },
  });
});

test.each([
  ["2026-11-01", "2026-01-01"],
  ["2026-01-01", "2026-11-01"],
])("two ratings on one side of the four months are no trend", async (many, few) => {
  await visit(...[many, many, many, few, few].map((on) => ({ on })));
  expect((await page())?.trend).toBeUndefined();
});

test("a review without a day of its visit counts by the day on which it was posted", async () => {
  await visit(...Array(3).fill({ on: "2025-01-01", rating: 3 }));
  for (const rating of [5, 5, 5]) {
    runs += 1;
    const memberId = await addMember(`poster ${runs}`);
    const createdAt = new Date("2026-11-01T12:00:00Z");
    const data = { placeId, memberId, rating, body: "Fine.", createdAt };
    await write((writer) => writer.review.create({ data }));
  }
  expect((await page())?.trend?.lately).toEqual({ mean: "5.0", count: 3 });
});

test("prices are followed by the quarter, of the kind that most said a price of", async () => {
  await visit(
    { on: "2026-03-31", pence: 300, kind: "drink" },
    { on: "2026-01-01", pence: 340, kind: "drink" },
    { on: "2026-04-01", pence: 350, kind: "drink" },
    { on: "2026-11-30", pence: 390, kind: "drink" },
    { on: "2026-11-30", pence: 900 },
  );
  const quarterOf2026 = 2026 * 4;
  expect((await page())?.pricesOverTime).toEqual({
    kind: "drink",
    count: 4,
    quarters: [
      { quarter: quarterOf2026, pence: 320 },
      { quarter: quarterOf2026 + 1, pence: 350 },
      { quarter: quarterOf2026 + 3, pence: 390 },
    ],
  });
});

test("fewer than four prices, prices of one quarter, and those of more than three years ago are no course", async () => {
  await visit(...["2026-01-01", "2026-04-01", "2026-07-01"].map((on) => ({ on, pence: 700 })));
  expect((await page())?.pricesOverTime).toBeUndefined();
  await visit({ on: "2023-11-30", pence: 100 });
  expect((await page())?.pricesOverTime).toBeUndefined();
  await visit({ on: "2023-12-01", pence: 500 });
  expect((await page())?.pricesOverTime?.quarters).toHaveLength(4);
  await write((writer) =>
    writer.review.updateMany({ where: { placeId }, data: { visitedOn: "2026-11-01" } }),
  );
  expect((await page())?.pricesOverTime).toBeUndefined();
});
