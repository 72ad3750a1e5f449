import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { write } from "#app/db/database.server.ts";
import { propertyRuns } from "../../../tests/setup/property-runs.ts";
import { addMember, addPlace } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { findPlaces } from "../places/find-places.server.ts";
import { EVERY_PLACE } from "../places/place-query.ts";
import { AS_TYPED } from "./understand.server.ts";

openTestDatabase();

const search = (words: string) =>
  findPlaces({ ...EVERY_PLACE, search: words, sort: "match" }, new Date());
const namesFor = async (words: string) => (await search(words)).places.map(({ name }) => name);
let member = 0;
const review = (placeId: number, body: string, dish: string | null = null) =>
  write((writer) =>
    writer.review.create({ data: { placeId, memberId: member, rating: 4, body, dish } }),
  );
const ids: Record<string, number> = {};

beforeAll(async () => {
  member = await addMember("ada");
  for (const [name, cuisines] of [
    ["Falafel Corner", ["Middle Eastern"]],
    ["Café Olé", ["Coffee"]],
    ["NaN's Naans", ["Indian"]],
    ["Kiosk", ["Falafel", "Coffee"]],
    ["The Grill", ["Turkish"]],
    ["漢字の店", ["Noodles"]],
  ] as const) {
    ids[name] = await addPlace(name, { cuisines: [...cuisines], postcode: "N4 2DH" });
  }
  await review(ids["The Grill"] ?? 0, "Their falafel beats its name. Good wifi.", "Lahmacun");
  await review(ids["NaN's Naans"] ?? 0, "Warm.", "Paneer naan");
});

test("a word is found in the name before a cuisine, and in a review last", async () => {
  expect(await namesFor("falafel")).toEqual(["Falafel Corner", "Kiosk", "The Grill"]);
});

test("a word that is corrected to another one of the same search counts once", async () => {
  expect(await namesFor("falafel felafel")).toEqual(await namesFor("falafel"));
});

test.each([
  ["FALAFEL", "Falafel Corner"],
  ["fal", "Falafel Corner"],
  ["cafe ole", "Café Olé"],
  ["nans", "NaN's Naans"],
  ["nan’s", "NaN's Naans"],
  ["paneer", "NaN's Naans"],
  ["lahm", "The Grill"],
  ["漢字", "漢字の店"],
  ["indian", "NaN's Naans"],
  ["wifi turkish", "The Grill"],
  ['"cafe" AND NEAR(ole*)', "Café Olé"],
  ["closure n4", "Falafel Corner"],
  ["o", "Café Olé"],
])("%s finds %s", async (words, name) => {
  const names = await namesFor(words);
  if (name === undefined) expect(names).toEqual([]);
  else expect(names).toContain(name);
});

test.each([
  ["felafel", "falafel"],
  ["falaffel", "falafel"],
  ["faalfel", "falafel"],
  ["cofee", "coffee"],
])("%s is taken for %s", async (typed, meant) => {
  expect((await search(typed)).reading.instead).toBe(meant);
});

test.each(["xyzzy", "naa", "zz"])("%s is near nothing, and stays as it is", async (typed) => {
  const { reading, counts } = await search(typed);
  expect(reading).toBe(AS_TYPED);
  expect(counts.matching).toBe(typed === "naa" ? 1 : 0);
});

test("words follow what is renamed, reviewed, served and deleted", async () => {
  const id = await addPlace("Quark", { cuisines: ["Dairy"] });
  const data = { name: "Gluon", nameKey: "gluon" };
  await write((writer) => writer.place.update({ where: { id }, data }));
  expect([await namesFor("quark"), await namesFor("gluon")]).toEqual([[], ["Gluon"]]);
  const { id: reviewId } = await review(id, "Strange and charming.", "Curds");
  expect([await namesFor("charming"), await namesFor("curds")]).toEqual([["Gluon"], ["Gluon"]]);
  await write((writer) =>
    writer.review.update({ where: { id: reviewId }, data: { body: "Bottomless.", dish: "Whey" } }),
  );
  expect([await namesFor("charming"), await namesFor("curds"), await namesFor("whey")]).toEqual([
    [],
    [],
    ["Gluon"],
  ]);
  await write((writer) =>
    writer.cuisine.update({ where: { slug: "dairy" }, data: { name: "Cheese" } }),
  );
  expect([await namesFor("dairy"), await namesFor("cheese")]).toEqual([[], ["Gluon"]]);
  await write((writer) => writer.placeCuisine.deleteMany({ where: { placeId: id } }));
  expect(await namesFor("cheese")).toEqual([]);
  await write((writer) => writer.review.delete({ where: { id: reviewId } }));
  expect([await namesFor("bottomless"), await namesFor("whey")]).toEqual([[], []]);
  await write((writer) => writer.place.delete({ where: { id } }));
  expect(await namesFor("gluon")).toEqual([]);
});

test("whatever is searched for, it is answered", async () => {
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          '"',
          "*",
          "AND",
          "OR",
          "NOT",
          "NEAR(",
          ")",
          "^",
          "name:",
          "{a b}:",
          "-",
          "+",
          "fal",
          "'",
          ";--",
          "🍕",
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join(" ")),
  );
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const { places, counts } = await search(text);
      expect(places.length).toBe(counts.matching);
    }),
    { numRuns: propertyRuns(50) },
  );
  expect((await search("falafel ".repeat(1250))).counts.matching).toBe(3);
});
