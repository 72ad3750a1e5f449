import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { addMember, addPlace } from "../../../tests/setup/rows.ts";
import { tamper } from "../../../tests/setup/stored.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { guessPriceKind } from "./price.ts";
import { namedDish } from "./review-fields.ts";

const file = openTestDatabase();

const DISHES = [
  ["Flat white", 340, "drink"],
  ["two oat flat whites", 680, "drink"],
  ["Café au lait", 320, "drink"],
  ["Pot of tea", 300, "drink"],
  ["Pint of Guinness", 580, "drink"],
  ["Coffee with oat milk", 360, "drink"],
  ["Masala chai & cardamom", 280, "drink"],
  ["English breakfast tea", 250, "drink"],
  ["Extra pickles", 80, "bite"],
  ["Coffee cake", 380, "bite"],
  ["Coffee and a slice of cake", 650, "bite"],
  ["Almond croissants", 390, "bite"],
  ["Sausage roll", 420, "bite"],
  ["Cream tea", 750, "bite"],
  ["Cheesy chips", 450, "bite"],
  ["Chips and gravy", 450, "bite"],
  ["Fish and chips", 1150, "meal"],
  ["Haddock & chips", 1150, "meal"],
  ["Doner in bread", 690, "meal"],
  ["Bacon sandwich and a coffee", 720, "meal"],
  ["Coffee and a bacon sandwich", 720, "meal"],
  ["Steak in red wine", 1850, "meal"],
  ["Falafel wrap", 690, "meal"],
  ["Egg and cress roll", 480, "meal"],
  ["Cacio e pepe", 1150, "meal"],
  ["Margherita", 980, "meal"],
  ["فول مدمس", 590, "meal"],
  ["💚", 590, "meal"],
  ["Bread roll", 90, "bite"],
] as const;

test.each(DISHES)("%s for %d pence is a %s", (dish, pence, kind) => {
  expect(guessPriceKind(dish, pence)).toBe(kind);
});

test("several dishes in one line count as the most filling, however they are joined", () => {
  for (const dish of ["Soup + tea", "Soup, tea", "tea / soup"]) {
    expect(guessPriceKind(dish, 700), dish).toBe("meal");
  }
});

test("without a dish it was a meal, unless nobody gets one for so little", () => {
  expect([249, 250, 900].map((pence) => guessPriceKind(null, pence))).toEqual([
    "bite",
    "meal",
    "meal",
  ]);
});

beforeAll(async () => {
  for (const [index, [dish, pricePence]] of DISHES.entries()) {
    const placeId = await addPlace(`Place ${index}`);
    const memberId = await addMember(`member ${index}`);
    const said = { placeId, memberId, rating: 4, body: "Fine.", pricePence };
    await write((writer) => writer.review.create({ data: { ...said, ...namedDish(dish) } }));
  }
});

test("the migration guesses for what is there as the form does", async () => {
  const sql = readFileSync("prisma/migrations/20261201100000_price_kind/migration.sql", "utf8");
  const guess = sql.slice(
    sql.indexOf('CREATE TABLE "guessed_kinds"'),
    sql.indexOf('DROP TABLE "guessed_kinds"'),
  );
  tamper(file, guess);
  const reviews = await reader().review.findMany({ orderBy: { id: "asc" } });
  expect(reviews.map(({ dish, priceKind }) => [dish, priceKind])).toEqual(
    DISHES.map(([dish, , kind]) => [dish, kind]),
  );
});
