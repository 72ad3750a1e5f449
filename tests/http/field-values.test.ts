import { beforeAll, describe, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { expectGivenBack, typedValues } from "../setup/given-back.ts";
import { openSite } from "../setup/site.ts";
import { countRows, stored, storedValues } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const newVisitor = () => new TestVisitor(site.fetch);
const PLACE = "/places/boundary-bistro/review";

const dayFromNow = (days: number) =>
  new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

beforeAll(async () => {
  const posted = await newVisitor().fillIn(
    "/places/new",
    placeFields({ name: "Boundary Bistro", newCuisine: "Pizza" }),
  );
  expect(posted.location).toBe("/places/boundary-bistro");
});

describe("a review is sent back with", () => {
  test.each([
    ["rating", "0", "Choose a rating from 1 to 5"],
    ["rating", "6", "Choose a rating from 1 to 5"],
    ["rating", "-1", "Choose a rating from 1 to 5"],
    ["rating", "3.5", "Choose a rating from 1 to 5"],
    ["rating", "five", "Choose a rating from 1 to 5"],
    ["rating", " 4 ", "Choose a rating from 1 to 5"],
    ["rating", "٤", "Choose a rating from 1 to 5"],
    ["rating", "1e0", "Choose a rating from 1 to 5"],
    ["visitedOn", dayFromNow(2), "Enter a day that is not in the future"],
    ["visitedOn", "9999-12-31", "Enter a day that is not in the future"],
    ["visitedOn", "2020-02-30", "Enter a day that exists: February 2020 has 29 days"],
    ["visitedOn", "30/02/2020", "Enter a day that exists: February 2020 has 29 days"],
    ["visitedOn", "29/02/2023", "Enter a day that exists: February 2023 has 28 days"],
    ["visitedOn", "11/2020", "Enter the day of the month too, like 22/11/2026"],
    ["visitedOn", "1/11/20200", "Enter the year with four digits, like 22/11/2026"],
    ["visitedOn", "1999-12-31", "Enter a day since the year 2000"],
    ["visitedOn", "0000-01-01", "Enter a day since the year 2000"],
    ["price", "12.345", "Enter at most two figures after the point, like 6.50"],
    ["price", "-1", "Enter what you paid in pounds and pence, like 6.50"],
    ["price", "1e3", "Enter what you paid in pounds and pence, like 6.50"],
    ["price", "€7", "Enter the price in pounds, like 6.50"],
    ["price", "650", "Do you mean £6.50? Write it with a point, or £650 if it was that much"],
    ["price", "999999999999", "Enter what you paid in pounds and pence, like 6.50"],
    ["price", "0", "Enter a price from £0.01 to £1,000"],
    ["price", "0.00", "Enter a price from £0.01 to £1,000"],
    ["price", "1000.01", "Enter a price from £0.01 to £1,000"],
  ])("%s “%s”", async (name, value, sentence) => {
    const before = countRows(site.databaseFile);
    const fields: Record<string, string> = {
      ...reviewFields({ handle: "boundary" }),
      dish: "Soup",
      [name]: value,
    };
    const page = await newVisitor().fillIn(PLACE, fields);
    expectGivenBack(page, 400, sentence);
    const { rating: _radio, ...typed } = fields;
    expect(typedValues(page)).toMatchObject(name === "rating" ? typed : fields);
    expect(countRows(site.databaseFile)).toEqual(before);
  });
});

describe("a review is posted with", () => {
  test.each([
    ["visitedOn", "22/11/2020", { visited_on: "2020-11-22" }, "22 Nov 2020"],
    ["visitedOn", "1.2.2020", { visited_on: "2020-02-01" }, "1 Feb 2020"],
    ["visitedOn", " 2024-02-29 ", { visited_on: "2024-02-29" }, "29 Feb 2024"],
    ["visitedOn", "2000-01-01", { visited_on: "2000-01-01" }, "1 Jan 2000"],
    ["price", "£7", { price_pence: 700 }, "£7.00"],
    ["price", "£ 6.5", { price_pence: 650 }, "£6.50"],
    ["price", "0.01", { price_pence: 1 }, "£0.01"],
    ["price", "£1,000", { price_pence: 100_000 }, "£1000.00"],
    ["price", "6,50", { price_pence: 650 }, "£6.50"],
    ["price", "850p", { price_pence: 850 }, "£8.50"],
    ["visitedOn", "2020-1-1", { visited_on: "2020-01-01" }, "1 Jan 2020"],
    ["visitedOn", "1st Nov 2020", { visited_on: "2020-11-01" }, "1 Nov 2020"],
  ])("%s “%s”", async (name, value, row, shown) => {
    const visitor = newVisitor();
    const handle = `poster ${name} ${value.replace(/\W/g, "x")}`;
    expect(
      (await visitor.fillIn(PLACE, { ...reviewFields({ handle }), [name]: value })).status,
    ).toBe(303);
    const sql =
      "SELECT visited_on, price_pence FROM reviews JOIN members ON members.id = member_id WHERE handle = ?";
    expect(stored(site.databaseFile, sql, handle)).toEqual([
      { visited_on: null, price_pence: null, ...row },
    ]);
    const page = await visitor.get("/places/boundary-bistro");
    const review = page.document
      .querySelectorAll(".review")
      .find((one) => one.text.includes(handle));
    expect(review?.text).toContain(shown);
    const form = await visitor.get(PLACE);
    expect(form.document.querySelector(`input[name=${name}]`)?.getAttribute("value")).not.toBe("");
  });
});

describe("a place is sent back with", () => {
  test.each([
    ["priceBand", "0", "#place-priceBand", "Choose what one person usually pays"],
    ["priceBand", "5", "#place-priceBand", "Choose what one person usually pays"],
    ["postcode", "N4", "#place-postcode", "Enter the whole postcode, not only N4"],
    ["postcode", "12345", "#place-postcode", "Enter a full postcode, with both its parts"],
    ["newCuisine", "🍕", "#place-newCuisine", "Name the new cuisine with letters"],
    [
      "cuisines",
      "klingon",
      "#place-cuisines",
      "Choose cuisines from the list, or add one below it",
    ],
    ["cuisines", "k".repeat(161), "#place-cuisines", "Choose cuisines from the list"],
  ])("%s “%s”", async (name, value, href, sentence) => {
    const before = countRows(site.databaseFile);
    const page = await newVisitor().fillIn("/places/new", {
      ...placeFields({ name: "Off Limits" }),
      [name]: value,
    });
    expectGivenBack(page, 400, sentence);
    expect(page.document.querySelector(".error-summary a")?.getAttribute("href")).toBe(href);
    expect(typedValues(page)).toMatchObject({
      name: "Off Limits",
      street: "1 Closure Street",
      body: reviewFields().body,
    });
    expect(countRows(site.databaseFile)).toEqual(before);
  });

  test("six cuisines, of which those that exist stay ticked", async () => {
    const before = countRows(site.databaseFile);
    const cuisines = ["pizza", "a", "b", "c", "d"];
    const fields = placeFields({ name: "Buffet Overflow", newCuisine: "Sixth", cuisines });
    const page = await newVisitor().fillIn("/places/new", fields);
    expectGivenBack(page, 400, "Choose up to 5 cuisines");
    expect(typedValues(page)).toMatchObject({ cuisines: ["pizza"], newCuisine: "Sixth" });
    expect(countRows(site.databaseFile)).toEqual(before);
  });
});

test("a cuisine typed as “ PIZZA ” joins the Pizza that exists", async () => {
  for (const [number, newCuisine] of [" PIZZA ", "pizza", "Pízza", "pi\u200Bzza"].entries()) {
    const fields = placeFields({ name: `Slice ${number}`, newCuisine, handle: `slicer ${number}` });
    expect((await newVisitor().fillIn("/places/new", fields)).status).toBe(303);
  }
  expect(
    storedValues(site.databaseFile, "SELECT name FROM cuisines WHERE slug LIKE 'pi%'"),
  ).toEqual(["Pizza"]);
  const joined = `SELECT COUNT(*) FROM place_cuisines JOIN places ON places.id = place_id WHERE name LIKE 'Slice%'`;
  expect(storedValues(site.databaseFile, joined)).toEqual([4]);
});

test("a cuisine that is ticked and typed, or ticked twice, counts once", async () => {
  const fields = placeFields({
    name: "Double Dough",
    cuisines: ["pizza", "pizza"],
    newCuisine: "Pizza",
    handle: "dd",
  });
  expect((await newVisitor().fillIn("/places/new", fields)).status).toBe(303);
  const sql =
    "SELECT COUNT(*) FROM place_cuisines JOIN places ON places.id = place_id WHERE name = 'Double Dough'";
  expect(storedValues(site.databaseFile, sql)).toEqual([1]);
});

test.each(["n43hh", " N4  3HH ", "n4 3hh", "N 43 HH"])(
  "the postcode “%s” is N4 3HH",
  async (postcode) => {
    const number = String(countRows(site.databaseFile).places);
    const fields = placeFields({
      name: `Post Office ${number}`,
      postcode,
      handle: `postie ${number}`,
    });
    expect((await newVisitor().fillIn("/places/new", fields)).status).toBe(303);
    const found = storedValues(
      site.databaseFile,
      "SELECT postcode FROM places WHERE name = ?",
      fields.name,
    );
    expect(found).toEqual(["N4 3HH"]);
  },
);
