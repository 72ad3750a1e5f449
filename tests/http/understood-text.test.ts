import { beforeAll, describe, expect, test } from "vitest";
import { editFields, hoursFields, placeFields, reviewFields } from "../setup/form-fields.ts";
import { expectGivenBack, typedValues } from "../setup/given-back.ts";
import { openSite } from "../setup/site.ts";
import { stored } from "../setup/stored.ts";
import { type Page, TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const member = new TestVisitor(site.fetch);
const PLACE = "/places/understood-oven";

let code = "";

beforeAll(async () => {
  await member.fillIn("/places/new", placeFields({ name: "Understood Oven", handle: "writer" }));
  const { document } = await member.get(PLACE);
  code = document.querySelector(".new-code code")?.text ?? "";
});

const edit = (overrides: Record<string, string>) =>
  editFields({ name: "Understood Oven", handle: "writer", ...overrides });
const row = () =>
  stored(
    site.databaseFile,
    "SELECT closed_on, latitude, longitude, postcode, website FROM places WHERE slug = ?",
    "understood-oven",
  )[0];
const weekIn = ({ document }: Page) =>
  document.querySelectorAll(".week tr").map((day) => day.text.replace(" today", ""));

const GOOGLE = [
  "Wednesday\n9 am–5 pm",
  "Thursday\n9 am–5 pm",
  "Friday\n9 am–5 pm, 6–11 pm",
  "Saturday\n10 am–4 pm",
  "Sunday\nClosed",
  "Monday\n9 am–5 pm",
  "Tuesday\n9 am–5 pm",
].join("\n");

const WEEK = ["Mon to Thu9am to 5pm", "Fri9am to 5pm, 6pm to 11pm", "Sat10am to 4pm", "Sunclosed"];

const UNSAID = "Bank holidaysSay what it does then";

test.each([
  ["weekdays", GOOGLE, [...WEEK, UNSAID]],
  // What a browser makes of line breaks that are pasted into a field of one line.
  ["weekdays", GOOGLE.replaceAll("\n", " "), [...WEEK, UNSAID]],
  ["saturday", GOOGLE.replaceAll("\n", ""), [...WEEK, UNSAID]],
  [
    "weekdays",
    "Mo-Th 09:00-17:00; Fr 09:00-17:00,18:00-23:00; Sa 10:00-16:00; Su,PH off",
    [...WEEK, "Bank holidaysclosed"],
  ],
])("a week pasted into %s fills the seven days: %j", async (field, typed, week) => {
  const fields = { weekdays: "", saturday: "", sunday: "", bankHolidays: "unknown" };
  const posted = await member.fillIn(`${PLACE}/hours`, { ...fields, [field]: typed });
  expect([posted.status, posted.location]).toEqual([303, PLACE]);
  expect(weekIn(await member.get(PLACE))).toEqual(week);
});

test("hours with two likely meanings are asked about, and what is asked can be written", async () => {
  const asked = await member.fillIn(`${PLACE}/hours`, hoursFields({ saturday: "6-11" }));
  expectGivenBack(
    asked,
    400,
    "Do you mean 6am to 11am or 6am to 11pm or 6pm to 11pm by “6-11”? Write the one that is right",
  );
  expect(typedValues(asked)).toMatchObject({ saturday: "6-11", weekdays: "8am to 5pm" });
  await member.fillIn(`${PLACE}/hours`, hoursFields({ saturday: "6pm to 11pm" }));
  expect(weekIn(await member.get(PLACE))).toContain("Sat6pm to 11pm");
});

describe("a place that has closed", () => {
  beforeAll(async () => {
    await member.fillIn(`${PLACE}/edit`, edit({ closedOn: "1 Nov 2025" }));
  });

  test("is shown with its day as it is written, and so is the form", async () => {
    expect(row()).toMatchObject({ closed_on: "2025-11-01" });
    const form = await member.get(`${PLACE}/edit`);
    expect(typedValues(form)).toMatchObject({ closedOn: "1 November 2025" });
    expect(form.document.querySelectorAll("[type=date], [type=time], [type=number]")).toEqual([]);
  });

  test.each([
    "1 November",
    "1/11/",
    "1/11/0025",
    "11/2025",
    "31/11/2025",
    "November",
    "soon",
    "//",
  ])("stays closed when its day is changed to %j, which stays in the field", async (closedOn) => {
    const page = await member.fillIn(`${PLACE}/edit`, edit({ closedOn }));
    expect(page.status).toBe(400);
    expect(typedValues(page)).toMatchObject({ closedOn });
    expect(row()).toMatchObject({ closed_on: "2025-11-01" });
  });

  test("opens again when the field is emptied", async () => {
    await member.fillIn(`${PLACE}/edit`, edit({ closedOn: "" }));
    expect(row()).toMatchObject({ closed_on: null });
  });
});

test("the middle of a map is asked about, and its numbers are taken", async () => {
  const link = "https://www.openstreetmap.org/#map=18/51.56500/-0.10500";
  const asked = await member.fillIn(`${PLACE}/edit`, edit({ position: link }));
  expectGivenBack(
    asked,
    400,
    "Do you mean 51.565, -0.105? That is only the middle of this map: paste those numbers if the place is there",
  );
  expect(typedValues(asked)).toMatchObject({ position: link });
  await member.fillIn(`${PLACE}/edit`, edit({ position: "51.565, -0.105" }));
  expect(row()).toMatchObject({ latitude: 51.565, longitude: -0.105 });
});

test("a postcode in brackets and a website with an accent are kept and shown as people write them", async () => {
  const fields = edit({ postcode: "(n0 1aa).", website: "café-ofen.example:8080/menü" });
  await member.fillIn(`${PLACE}/edit`, fields);
  expect(row()).toMatchObject({
    postcode: "N0 1AA",
    website: "https://café-ofen.example:8080/menü",
  });
  const page = await member.get(PLACE);
  const links = page.document.querySelectorAll("a[href='https://café-ofen.example:8080/menü']");
  expect(links.map((link) => link.text)).toContain("café-ofen.example:8080/menü");
  const wrong = await member.fillIn(`${PLACE}/edit`, edit({ postcode: "NO 1AA" }));
  expectGivenBack(
    wrong,
    400,
    "Do you mean N0 1AA? O and 0, and I, L and 1, look alike: write it like that",
  );
});

test("the whole line that the site gave to keep signs a member in", async () => {
  const browser = new TestVisitor(site.fetch);
  const line = `Fork & Filter, writer: ${code}`;
  const signedIn = await browser.fillIn("/sign-in", { handle: "writer", recoveryCode: line });
  expect(signedIn.status).toBe(303);
  const other = new TestVisitor(site.fetch);
  const fields = reviewFields({ handle: "writer", recoveryCode: line, visitedOn: "yesterday" });
  expect((await other.fillIn(`${PLACE}/review`, fields)).status).not.toBe(400);
});
