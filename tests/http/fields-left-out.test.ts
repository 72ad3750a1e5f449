import { beforeAll, describe, expect, test } from "vitest";
import { reviewFields } from "../setup/form-fields.ts";
import { expectGivenBack, typedValues } from "../setup/given-back.ts";
import { ORIGIN, openSite } from "../setup/site.ts";
import { countRows } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const newVisitor = () => new TestVisitor(site.fetch);

const PLACE = {
  name: "Null Pointer Coffee",
  street: "4 Heap Row",
  postcode: "N0 1AB",
  cuisines: ["coffee"],
  approximateWalk: "unknown",
  priceBand: "2",
};
const WEBSITE = { newCuisine: "Cake", website: "https://null.example" };
const REVIEW = {
  ...reviewFields({ handle: "margaret" }),
  dish: "Flat white",
  price: "3.40",
  visitedOn: "2024-02-29",
};

const SKIPPED = { position: "", everyDay: "", weekdays: "", saturday: "", sunday: "" };

const FORMS = [
  { path: "/places/new", fields: { ...PLACE, ...WEBSITE, ...REVIEW }, skipped: SKIPPED },
  { path: "/places/core-dump-cafe/review", fields: REVIEW, skipped: {} },
];

const SENTENCES = {
  name: "Enter the name of the place",
  street: "Enter the street and number",
  rating: "Choose a rating from 1 to 5",
  body: "Say in a sentence what it was like",
  priceBand: "Choose what one person usually pays",
  handle: "Choose a handle, so that people know who recommends",
};

beforeAll(async () => {
  const first = {
    ...PLACE,
    cuisines: [],
    newCuisine: "Coffee",
    name: "Core Dump Cafe",
    street: "9 Stack Street",
  };
  const posted = await newVisitor().fillIn("/places/new", { ...first, ...reviewFields() });
  expect(posted.location).toBe("/places/core-dump-cafe");
});

const UNTOUCHED = { recoveryCode: "", priceKind: "" };

for (const { path, fields, skipped } of FORMS) {
  describe(`the form at ${path}`, () => {
    for (const [name, sentence] of Object.entries(SENTENCES).filter(([field]) => field in fields)) {
      for (const way of ["left out", "blank", "only spaces"] as const) {
        test(`says what to do when ${name} is ${way}, keeps the rest and writes nothing`, async () => {
          const before = countRows(site.databaseFile);
          const { [name]: _left, ...rest }: Record<string, string | string[]> = fields;
          const sent =
            way === "left out" ? rest : { ...rest, [name]: way === "blank" ? "" : "   " };
          const page = await newVisitor().fillIn(path, sent);
          expectGivenBack(page, 400, sentence);
          const { version: _hidden, ...typed } = typedValues(page);
          const left = { ...rest, ...UNTOUCHED, ...skipped, [name]: "" };
          expect({ ...typed, [name]: "" }).toEqual(left);
          expect(countRows(site.databaseFile)).toEqual(before);
        });
      }
    }

    test("names every field that is missing when nothing is filled in", async () => {
      const before = countRows(site.databaseFile);
      const sentences = Object.entries(SENTENCES)
        .filter(([field]) => field in fields)
        .map(([, sentence]) => sentence);
      if (path === "/places/new") sentences.splice(4, 0, "Choose a cuisine, or add one");
      expectGivenBack(await newVisitor().fillIn(path, {}), 400, ...sentences);
      expect(countRows(site.databaseFile)).toEqual(before);
    });

    test("gives itself back to a program that sends neither Origin nor token", async () => {
      const before = countRows(site.databaseFile);
      const body = new URLSearchParams({ body: "From a terminal.", handle: "curl" });
      const page = await newVisitor().send(
        new Request(new URL(path, ORIGIN), { method: "POST", body }),
      );
      expect(page.status).toBe(400);
      expect(page.document.querySelector("title")?.text).toMatch(/^Error: /);
      expect(typedValues(page)).toMatchObject({ body: "From a terminal.", handle: "curl" });
      expect(countRows(site.databaseFile)).toEqual(before);
    });

    test("takes an empty body for a form with nothing in it", async () => {
      const headers = { "Content-Type": "application/x-www-form-urlencoded", Origin: ORIGIN };
      for (const body of ["", undefined]) {
        const page = await newVisitor().send(
          new Request(new URL(path, ORIGIN), { method: "POST", body, headers }),
        );
        expect(page.status).toBe(400);
        expect(page.document.querySelector(".error-summary")?.text).toContain(SENTENCES.rating);
      }
    });
  });
}

test("what is optional may be left out", async () => {
  const before = countRows(site.databaseFile);
  const page = await newVisitor().fillIn("/places/new", {
    ...PLACE,
    ...reviewFields({ handle: "radia" }),
  });
  expect([page.status, page.location]).toEqual([303, "/places/null-pointer-coffee"]);
  expect(countRows(site.databaseFile)).toMatchObject({
    places: Number(before.places) + 1,
    cuisines: before.cuisines,
  });
});

test("a place without a cuisine is asked for one, at the first box of the list", async () => {
  const { cuisines: _left, ...rest } = { ...PLACE, ...REVIEW };
  const page = await newVisitor().fillIn("/places/new", { ...rest, newCuisine: "" });
  expectGivenBack(page, 400, "Choose a cuisine, or add one");
  expect(typedValues(page)).toMatchObject(rest);
});
