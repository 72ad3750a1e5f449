import { expect, test } from "vitest";
import { Prisma, reader } from "#app/db/database.server.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { describeDishesSql } from "./describe-dishes.server.ts";
import { DISH_PLACE_SORTS, DISH_SORTS } from "./dish-query.ts";
import { dishesOfPlacesSql } from "./dishes-of-places.server.ts";
import { nearDishesSql } from "./find-dish.server.ts";
import { listDishPlacesSql } from "./list-dish-places.server.ts";
import { rankDishesSql } from "./list-dishes.server.ts";

openTestDatabase();

const BY_DISH = "reviews_dish_slug_place_id_rating_price_kind_price_pence_idx";

const explain = async (sql: Prisma.Sql) => {
  const plan = await reader().$queryRaw<{ detail: string }[]>(
    Prisma.sql`EXPLAIN QUERY PLAN ${sql}`,
  );
  return plan.map(({ detail }) => detail);
};
const scansOfTables = (steps: string[]) =>
  steps.filter((step) => /^SCAN (reviews|places|members)\b/.test(step));

test.each(DISH_SORTS)(
  "dishes $words are counted from the index of dishes alone",
  async ({ sort }) => {
    const steps = await explain(
      rankDishesSql({ search: "pie", price: 8, includeClosed: false, sort, page: 2 }),
    );
    expect(steps).toContain(`SEARCH reviews USING COVERING INDEX ${BY_DISH} (dish_slug>?)`);
    expect(steps).not.toContain("USE TEMP B-TREE FOR GROUP BY");
    expect(scansOfTables(steps)).toEqual([]);
  },
);

test("the dishes of a page are looked up by the index of dishes", async () => {
  const steps = await explain(describeDishesSql(["pie", "soup"], false));
  expect(steps).toContain(`SEARCH reviews USING COVERING INDEX ${BY_DISH} (dish_slug=?)`);
  expect(steps).toContain(`SEARCH reviews USING INDEX ${BY_DISH} (dish_slug=?)`);
  expect(scansOfTables(steps)).toEqual([]);
});

test.each(DISH_PLACE_SORTS)(
  "the places of a dish $words are grouped in the order of the index",
  async ({ sort }) => {
    const steps = await explain(listDishPlacesSql("pie", { includeClosed: false, sort, page: 2 }));
    expect(steps).toContain(`SEARCH reviews USING COVERING INDEX ${BY_DISH} (dish_slug=?)`);
    expect(steps).not.toContain("USE TEMP B-TREE FOR GROUP BY");
    expect(steps.filter((step) => step.startsWith("SEARCH reviews")).length).toBeGreaterThanOrEqual(
      3,
    );
    expect(scansOfTables(steps)).toEqual([]);
  },
);

test("the nearest dish is looked for from one dish to the next", async () => {
  const steps = await explain(nearDishesSql(6, 10));
  expect(
    steps.filter((step) => step === `SEARCH reviews USING COVERING INDEX ${BY_DISH} (dish_slug>?)`),
  ).toHaveLength(2);
  expect(scansOfTables(steps)).toEqual([]);
});

test("what people recommend at a place is read from that place's reviews", async () => {
  const steps = await explain(dishesOfPlacesSql([1, 2]));
  expect(steps.join("\n")).toMatch(/SEARCH reviews USING INDEX reviews_place_id_\w+ \(place_id=\?/);
  expect(scansOfTables(steps)).toEqual([]);
});
