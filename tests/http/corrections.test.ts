import { beforeEach, describe, expect, test } from "vitest";
import { editFields, factsFields, hoursFields, placeFields } from "../setup/form-fields.ts";
import { expectGivenBack, typedValues } from "../setup/given-back.ts";
import { openSite } from "../setup/site.ts";
import { countRows, stored, storedValues } from "../setup/stored.ts";
import { type Page, TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const newVisitor = () => new TestVisitor(site.fetch);
let count = 0;
let place = "";
let member = newVisitor();

const CONFLICT =
  "The place is not as it was when you opened this form. Compare what differs, then save again if yours is right";

beforeEach(async () => {
  count += 1;
  member = newVisitor();
  const fields = placeFields({ name: `Patch ${count}`, handle: `patcher ${count}` });
  place = (await member.fillIn("/places/new", fields)).location ?? "";
  expect(place).toBe(`/places/patch-${count}`);
});

const row = (columns: string) =>
  stored(site.databaseFile, `SELECT ${columns} FROM places WHERE slug = ?`, `patch-${count}`)[0];
const edit = (overrides: Record<string, string | string[]> = {}) =>
  editFields({ name: `Patch ${count}`, ...overrides });
const hiddenIn = ({ document }: Page) =>
  Object.fromEntries(
    document
      .querySelectorAll("form.form input[type=hidden]")
      .map((input): [string, string] => [
        input.getAttribute("name") ?? "",
        input.getAttribute("value") ?? "",
      ]),
  );
const idOfPlace = "(SELECT id FROM places WHERE slug = ?)";

test("hours that a member saves are on the page and in the form, which says so once", async () => {
  const fields = hoursFields({
    friday: "8am to noon, 5pm to 2am",
    bankHolidays: "own",
    ownHours: "10am to 2pm",
  });
  const posted = await member.fillIn(`${place}/hours`, fields);
  expect([posted.status, posted.location]).toEqual([303, place]);
  const page = await member.get(place);
  expect(page.document.querySelector(".flash")?.text).toContain("The hours are saved");
  const week = page.document
    .querySelectorAll(".week tr")
    .map((day) => day.text.replace(" today", ""));
  expect(week).toEqual([
    "Mon to Thu8am to 5pm",
    "Fri8am to noon, 5pm to 2am",
    "Sat9am to 1pm",
    "Sunclosed",
    "Bank holidays10am to 2pm",
  ]);
  expect(page.document.querySelector("[aria-labelledby=hours]")?.text).toContain(
    "Confirmed today.",
  );
  const { handle: _handle, ...typed } = fields;
  expect(typedValues(await member.get(`${place}/hours`))).toMatchObject(typed);
});

test("hours that are emptied are unknown again", async () => {
  await member.fillIn(`${place}/hours`, hoursFields());
  expect((await member.fillIn(`${place}/hours`, { bankHolidays: "unknown" })).status).toBe(303);
  expect(row("hours_confirmed_on, bank_holidays")).toEqual({
    hours_confirmed_on: null,
    bank_holidays: null,
  });
  const hours = (await member.get(place)).document.querySelector("[aria-labelledby=hours]");
  expect(hours?.text).toContain("Hours unknown");
  expect(hours?.querySelector("a")?.getAttribute("href")).toBe(`${place}/hours`);
});

test("diets and features are saved, and what nobody has said is not", async () => {
  expect((await member.fillIn(`${place}/facts`, factsFields())).location).toBe(place);
  const { document } = await member.get(place);
  const known = document.querySelector("[aria-labelledby=good-to-know]");
  expect(
    known?.querySelectorAll("dt").map((dt) => `${dt.text}: ${dt.nextElementSibling?.text}`),
  ).toEqual(["Diets: some vegan, nothing halal", "Good for: sockets", "Paying: cash only"]);
  expect(document.querySelector(".upkeep")?.text).toContain(
    "Nobody has said yet: vegetarian, kosher, gluten free, working on a laptop",
  );
  await member.fillIn(`${place}/facts`, { vegan: "unknown" });
  const diets = `SELECT * FROM place_diets WHERE place_id = ${idOfPlace}`;
  expect(stored(site.databaseFile, diets, `patch-${count}`)).toEqual([]);
});

test("name, address, cuisines, price, website and position are corrected, and the address of the page stays", async () => {
  const fields = edit({
    name: "Hot Fix",
    street: "2 Release Row",
    postcode: "n0 1ab",
    priceBand: "3",
    website: "hotfix.example",
    cuisines: ["lunch"],
    newCuisine: "Soup",
    position: "https://www.openstreetmap.org/?mlat=51.5650&mlon=-0.1050#map=12/51.6/-0.2",
  });
  expect((await member.fillIn(`${place}/edit`, fields)).location).toBe(place);
  expect(row("name, street, postcode, price_band, website, latitude, longitude")).toEqual({
    name: "Hot Fix",
    street: "2 Release Row",
    postcode: "N0 1AB",
    price_band: 3,
    website: "https://hotfix.example/",
    latitude: 51.565,
    longitude: -0.105,
  });
  const { document } = await member.get(place);
  const facts = document.querySelector("[aria-labelledby=facts]");
  expect(facts?.text).toMatch(/Lunch, Soup.*£15 to £25 a head/s);
  expect(document.querySelector("[aria-labelledby=address]")?.text).toContain("min walk");
  expect(typedValues(await member.get(`${place}/edit`))).toMatchObject({
    position: "51.565, -0.105",
  });
  await member.fillIn(`${place}/edit`, { ...fields, position: "" });
  expect(row("latitude")).toEqual({ latitude: null });
});

test("what a place serves is not taken off by a correction that names nothing", async () => {
  const page = await member.fillIn(`${place}/edit`, edit({ newCuisine: "" }));
  expect(page.status).toBe(400);
  expect(page.document.querySelector(".error-summary")?.text).toContain(
    "Choose a cuisine, or add one",
  );
});

test("a place is closed for good and opened again, in the list too", async () => {
  await member.fillIn(`${place}/edit`, edit({ closedOn: "2/1/2026" }));
  const page = await member.get(place);
  expect(page.document.querySelector(".closed-notice")?.text).toContain(
    "Closed for good since 2 January 2026",
  );
  expect((await member.get("/places?sort=newest")).html).not.toContain(`href="${place}"`);
  await member.fillIn(`${place}/edit`, edit({ closedOn: "" }));
  expect((await member.get("/places?sort=newest")).html).toContain(`href="${place}"`);
});

const CHANGES = {
  hours: { sunday: "noon to 4pm" },
  facts: { vegan: "all" },
  edit: { website: "https://fork.example/" },
};
const HOURS = { path: "hours" as const, fields: (overrides = {}) => hoursFields(overrides) };
const FACTS = { path: "facts" as const, fields: (overrides = {}) => factsFields(overrides) };
const EDIT = { path: "edit" as const, fields: (overrides = {}) => edit(overrides) };

describe("a correction is sent back with", () => {
  test.each([
    [HOURS, "saturday", "late", "Write the latest closing time that you know, like 6pm to 11pm"],
    [
      HOURS,
      "weekdays",
      "9am to 25:00",
      "There is no such time as “25:00”: write it like 8am, 5:30pm or 17:30",
    ],
    [
      HOURS,
      "weekdays",
      "5pm to 5pm",
      "“5pm to 5pm” starts when it ends: write 24 hours, or other times",
    ],
    [HOURS, "tuesday", "noon-3pm, 2pm-5pm", "Two of the times overlap at 2pm"],
    [HOURS, "sunday", "8pm to 9am", "Monday starts before Sunday is over: change one of them"],
    [HOURS, "sunday", "", "Enter the hours of Sunday, or closed"],
    [HOURS, "sunday", "x".repeat(10_000), "Shorten the hours to 1,000 characters"],
    [HOURS, "ownHours", "<script>", "Write “<script>” as a time to another, like 8am to 5pm"],
    [HOURS, "bankHolidays", "sometimes", "Choose what it does on bank holidays"],
    [FACTS, "vegan", "mostly", "Choose nothing, some of it, all of it or not sure"],
    [FACTS, "cards", "1", "Choose yes, no or not sure"],
    [
      EDIT,
      "position",
      "91, 0",
      "A latitude is from -90 to 90 and a longitude from -180 to 180. Write them like 51.5643, -0.1063",
    ],
    [EDIT, "position", "NaN, NaN", "Paste a map’s address or coordinates, like 51.5643, -0.1063"],
    [
      EDIT,
      "position",
      "0, 0",
      "At 0, 0 there is only sea. Paste the coordinates of the place, like 51.5643, -0.1063",
    ],
    [
      EDIT,
      "position",
      "https://www.google.com/maps",
      "This address shows no position. Paste the coordinates that the map shows for the place, like 51.5643, -0.1063",
    ],
    [
      EDIT,
      "position",
      "https://maps.app.goo.gl/abc",
      "This short link hides the place. Open it and paste the long address",
    ],
    [
      EDIT,
      "position",
      "-0.1063, 51.5643",
      "That is 7,497 km from campus. The latitude comes first",
    ],
    [EDIT, "closedOn", "2999-01-01", "Enter a day that is not in the future"],
    [EDIT, "closedOn", "30/02/2026", "Enter a day that exists: February 2026 has 28 days"],
    [EDIT, "priceBand", "5", "Choose what one person usually pays, or not sure"],
    [EDIT, "name", " ", "Enter the name of the place"],
    [EDIT, "street", "s".repeat(10_000), "Shorten the street to 120 characters"],
    [EDIT, "postcode", "N4", "Enter the whole postcode, not only N4"],
    [
      EDIT,
      "website",
      "javascript:alert(1)",
      "Enter a web address that starts with https:// or http://, like https://example.org",
    ],
    [EDIT, "cuisines", "klingon", "Choose cuisines from the list, or add one below it"],
    [EDIT, "newCuisine", "", "Choose a cuisine, or add one"],
  ])("$path: %s “%s”", async ({ path, fields }, name, value, sentence) => {
    const before = [countRows(site.databaseFile), row("*")];
    const sent: Record<string, string | string[]> = fields({ handle: "sent back", [name]: value });
    const page = await newVisitor().fillIn(`${place}/${path}`, sent);
    expectGivenBack(page, 400, sentence);
    const isChoice = ["cuisines", "bankHolidays", "vegan", "cards", "priceBand"].includes(name);
    expect(typedValues(page)).toMatchObject(isChoice ? { handle: "sent back" } : sent);
    expect([countRows(site.databaseFile), row("*")]).toEqual(before);
  });
});

describe.each([HOURS, FACTS, EDIT])("the form for $path", ({ path, fields }) => {
  const changed = (): Record<string, string | string[]> => fields(CHANGES[path]);

  test("opened before somebody else saved shows both versions, keeps what was typed and saves when sent again", async () => {
    const late = newVisitor();
    await member.fillIn(`${place}/${path}`, fields());
    const opened = await late.get(`${place}/${path}`);
    expect(
      (await member.fillIn(`${place}/${path}`, { ...typedValues(opened), ...CHANGES[path] }))
        .status,
    ).toBe(303);
    const saved = row("*");
    const mine: Record<string, string | string[]> = {
      ...typedValues(opened),
      handle: `late ${path}`,
    };
    const page = await late.post(`${place}/${path}`, { ...hiddenIn(opened), ...mine });
    expectGivenBack(page, 409, CONFLICT);
    const { version: _version, ...kept } = mine;
    expect(typedValues(page)).toMatchObject(kept);
    const [name = "", theirs = ""] = Object.entries(CHANGES[path])[0] ?? [];
    const versions = page.document.querySelectorAll(".versions tbody tr").map((one) => one.text);
    expect(versions).toHaveLength(1);
    expect(versions[0]?.toLowerCase()).toContain(theirs.toLowerCase());
    expect(row("*")).toEqual(saved);
    expect(
      storedValues(site.databaseFile, "SELECT 1 FROM members WHERE handle = ?", `late ${path}`),
    ).toEqual([]);

    expect((await late.post(`${place}/${path}`, { ...mine, ...hiddenIn(page) })).location).toBe(
      place,
    );
    expect(typedValues(await late.get(`${place}/${path}`))[name]).not.toBe(theirs);
  });

  test("given back for another mistake still knows which version it was opened with", async () => {
    const late = newVisitor();
    const opened = await late.openHidden(`${place}/${path}`);
    await member.fillIn(`${place}/${path}`, changed());
    const page = await late.post(`${place}/${path}`, { ...opened, ...fields({ handle: "" }) });
    expect(page.status).toBe(400);
    expect(typedValues(page).version).toBe(opened.version);
  });

  test.each(["", "yesterday", "9".repeat(5000), "2026-13-45T00:00:00.000Z"])(
    "with the version “%s” saves nothing over",
    async (version) => {
      const before = [countRows(site.databaseFile), row("*")];
      const page = await newVisitor().fillIn(`${place}/${path}`, {
        ...fields({ handle: "no version" }),
        version,
      });
      expectGivenBack(page, 409, CONFLICT);
      expect([countRows(site.databaseFile), row("*")]).toEqual(before);
    },
  );

  test("sent twice at once is saved once and is no conflict with itself", async () => {
    const sent = { ...(await member.openHidden(`${place}/${path}`)), ...changed() };
    const answers = await Promise.all([
      member.post(`${place}/${path}`, sent),
      member.post(`${place}/${path}`, sent),
    ]);
    expect(answers.map(({ status, location }) => [status, location])).toEqual([
      [303, place],
      [303, place],
    ]);
  });

  test("keeps repeated fields, markup and other people's fields out of the database", async () => {
    const hostile = {
      updatedAt: "2000",
      slug: "mine",
      id: "1",
      recommendedBy: "1",
      "a[99999999]": "x",
      __intent__: "y",
    };
    const page = await member.fillIn(`${place}/${path}`, {
      ...changed(),
      ...hostile,
      nothing: "<script>alert(1)</script>",
    });
    expect(page.status).toBe(303);
    expect(row("slug")).toEqual({ slug: `patch-${count}` });
    const sent = { ...(await member.openHidden(`${place}/${path}`)), ...fields({ handle: "" }) };
    const repeated = Object.fromEntries(
      Object.entries(sent).map(([field, value]) => [field, [value, value].flat()]),
    );
    expect((await newVisitor().post(`${place}/${path}`, repeated)).status).toBe(400);
  });

  test("of a place that is not there is a page that says so", async () => {
    expect((await member.get(`/places/nowhere/${path}`)).status).toBe(404);
    const page = await member.post(`/places/nowhere/${path}`, changed());
    expect([page.status, page.document.querySelector("h1")?.text]).toEqual([
      404,
      "This place is not listed any more",
    ]);
  });
});
