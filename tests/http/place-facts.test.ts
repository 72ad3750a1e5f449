import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { hoursFields, placeFields, reviewFields } from "../setup/form-fields.ts";
import { typedValues } from "../setup/given-back.ts";
import { openSite } from "../setup/site.ts";
import { tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const visitor = new TestVisitor(site.fetch);
const PLACE = "/places/known-kitchen";

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-25T12:00:00Z") });
  await visitor.fillIn("/places/new", placeFields({ name: "Known Kitchen", handle: "knower" }));
  await visitor.fillIn("/places/new", placeFields({ name: "Blank Bakery" }));
});

afterAll(() => {
  vi.useRealTimers();
});

async function section(name: string, path = PLACE): Promise<string> {
  const { document } = await visitor.get(path);
  return document.querySelector(`[aria-labelledby=${name}]`)?.text ?? "";
}

test("of a place of which nobody has said anything every fact is an invitation with its form", async () => {
  const { document } = await visitor.get("/places/blank-bakery");
  const hrefs = document
    .querySelectorAll(".place-side a, .upkeep a")
    .map((link) => `${link.text}: ${link.getAttribute("href")}`);
  expect(hrefs).toEqual([
    "Say where it is: /places/blank-bakery/edit",
    "Directions: https://www.openstreetmap.org/search?query=1%20Closure%20Street%2C%20N0%201AA",
    "in your phone’s own map: geo:0,0?q=1%20Closure%20Street%2C%20N0%201AA",
    "Add its hours: /places/blank-bakery/hours",
    "Lunch: /places?cuisine=lunch",
    "Say what you paid: /places/blank-bakery/review",
    "Say what you know: /places/blank-bakery/facts",
    "Correct its name, address or price: /places/blank-bakery/edit",
    "Add its website: /places/blank-bakery/edit",
    "Changes to this page: /places/blank-bakery/history",
    "Point out the other page: /places/blank-bakery/merge",
    "Flag the place: /places/blank-bakery/flag",
    "knower: /members/knower",
  ]);
  expect(await section("facts", "/places/blank-bakery")).toMatch(/under £8 a head by band/);
  expect(await section("address", "/places/blank-bakery")).toContain("Walk unknown");
  expect(await section("hours", "/places/blank-bakery")).toContain("Hours unknown");
  expect(document.querySelector(".still-there")?.text).toContain(
    "Last confirmed open today by knower",
  );
});

test("the price is the middle of what was paid lately, with how many said so", async () => {
  await visitor.fillIn(`${PLACE}/review`, reviewFields({ price: "6.50" }));
  expect(await section("facts")).toContain(
    "£6.50 a head (the one price paid for a meal in the last 12 months)",
  );
  const other = new TestVisitor(site.fetch);
  await other.fillIn(`${PLACE}/review`, reviewFields({ price: "8", handle: "payer" }));
  expect(await section("facts")).toContain(
    "£7.25 a head (the middle of 2 prices paid for a meal in the last 12 months)",
  );
});

test("drinks and bites are said apart from meals, and are no lunch under £8", async () => {
  const cafe = await new TestVisitor(site.fetch).fillIn(
    "/places/new",
    placeFields({ name: "Drinks Only", handle: "sipper", dish: "Flat white", price: "3.40" }),
  );
  const path = cafe.location ?? "";
  const facts = async () =>
    (await visitor.get(path)).document.querySelector("[aria-labelledby=facts]")?.text;
  expect(await facts()).toContain("Drinks £3.40 (the one price). Say what you paid for a meal");
  const found = async (address: string) =>
    (await visitor.get(address)).document.querySelectorAll(".card h3 bdi").map(({ text }) => text);
  expect(await found("/places?price=25")).not.toContain("Drinks Only");
  expect(await found("/places?price=5&for=drink")).toEqual(["Drinks Only"]);
  expect((await visitor.get("/places.txt?q=drinks+only")).html).toContain(", drinks £3.40, ");
  const eater = new TestVisitor(site.fetch);
  const meal = reviewFields({ dish: "Pie", price: "7.50", handle: "eater" });
  await eater.fillIn(`${path}/review`, meal);
  expect(await facts()).toContain(
    "£7.50 a head (the one price paid for a meal in the last 12 months) Drinks £3.40 (the one price).",
  );
  expect(await found("/places?price=8")).toContain("Drinks Only");
});

test("the price band of a place for drinks counts for drinks, and that of one for meals does not", async () => {
  const coffee = { name: "Mainly Coffee", mainly: "drink", priceBand: "1", handle: "mainly" };
  await new TestVisitor(site.fetch).fillIn("/places/new", placeFields(coffee));
  const found = async (address: string) =>
    (await visitor.get(address)).document.querySelectorAll(".card h3 bdi").map(({ text }) => text);
  const drinks = await visitor.get("/places?price=8&for=drink&q=mainly+coffee");
  expect(drinks.document.querySelector(".card")?.text).toContain("drinks under £8");
  expect(await found("/places?price=5&for=drink")).not.toContain("Mainly Coffee");
  expect(await found("/places?price=8&for=drink")).not.toContain("Core Dump Cafe");
  expect(await found("/places?price=8&for=bite")).not.toContain("Mainly Coffee");
  expect(await found("/places?price=8")).not.toContain("Mainly Coffee");
  expect((await visitor.get("/places.txt?for=drink&q=mainly")).html).toContain(
    ", drinks under £8,",
  );
});

test("what a price was for is guessed from the dish until its author says", async () => {
  const writer = new TestVisitor(site.fetch);
  const form = `${PLACE}/review`;
  const shown = async () => (await writer.get(PLACE)).document.querySelector("#by-kinder")?.text;
  const change = async (fields: Record<string, string>) =>
    writer.fillIn(form, { ...typedValues(await writer.get(form)), ...fields });
  await change(reviewFields({ dish: "Latte", price: "3.60", handle: "kinder" }));
  expect(await shown()).toContain("Latte, £3.60 for a drink");
  await change({ dish: "Carrot cake" });
  expect(await shown()).toContain("Carrot cake, £3.60 for a bite");
  await change({ priceKind: "meal" });
  expect(await shown()).toContain("Carrot cake, £3.60 for a meal");
  await change({ dish: "Latte" });
  expect(await shown()).toContain("Latte, £3.60 for a meal");
  await change({ priceKind: "" });
  expect(await shown()).toContain("Latte, £3.60 for a drink");
  const wrong = await change({ priceKind: "feast" });
  expect(wrong.status).toBe(400);
  expect(wrong.html).toContain("Choose what the price was for");
});

test("the walk is known with the position, and links to the place on the map", async () => {
  tamper(
    site.databaseFile,
    "UPDATE places SET latitude = 51.565, longitude = -0.106 WHERE name = 'Known Kitchen'",
  );
  const { document } = await visitor.get(PLACE);
  const link = document
    .querySelectorAll("[aria-labelledby=address] a")
    .find((one) => one.text === "see it on the map");
  expect(await section("address")).toMatch(/\d+ min walk from campus/);
  const map = await visitor.get(link?.getAttribute("href") ?? "");
  expect(map.document.querySelectorAll(".map-row").map((row) => row.text)).toEqual([
    expect.stringContaining("Known Kitchen"),
  ]);
});

test.each([
  ["2026-11-25T12:00:00Z", "Open until 5pm", "Mon to Fri today"],
  ["2026-11-25T20:00:00Z", "Opens at 8am tomorrow", "Mon to Fri today"],
  ["2026-11-29T23:30:00Z", "Open until 2am", "Sun today"],
  ["2026-11-30T01:30:00Z", "Open until 2am", "Mon to Fri today"],
  // Summer time begins on 29 March 2027 at 1am, in the middle of Sunday's opening: 28 March.
  ["2027-03-28T00:30:00Z", "Opens at 8pm", "Sun today"],
  ["2027-03-28T19:00:00Z", "Open until 2am", "Sun today"],
  ["2027-10-31T19:59:00Z", "Opens at 8pm", "Sun today"],
  // Boxing Day is a Saturday then, and a holiday besides its substitute on Monday.
  ["2026-12-25T12:00:00Z", "Opens on Sunday at 8pm", "Bank holidays today"],
])("at %s it says “%s”, and marks the day", async (now, state, today) => {
  vi.setSystemTime(new Date("2026-11-25T12:00:00Z"));
  await visitor.fillIn(
    `${PLACE}/hours`,
    hoursFields({ sunday: "8pm to 2am", bankHolidays: "closed" }),
  );
  vi.setSystemTime(new Date(now));
  const { document } = await new TestVisitor(site.fetch).get(PLACE);
  const hours = document.querySelector("[aria-labelledby=hours]");
  expect(hours?.querySelector("p")?.text).toBe(state);
  expect(hours?.querySelectorAll("[aria-current=date] th").map((one) => one.text)).toEqual([today]);
  vi.setSystemTime(new Date("2026-11-25T12:00:00Z"));
});

test("hours that nobody has confirmed for six months ask whether they are still right", async () => {
  expect(await section("hours")).toMatch(/Confirmed today\. H/);
  tamper(
    site.databaseFile,
    "UPDATE places SET hours_confirmed_on = '2026-05-20' WHERE name = 'Known Kitchen'",
  );
  expect(await section("hours")).toContain(
    "Confirmed 6 months ago. That is too long ago for the list to call it open",
  );
});
