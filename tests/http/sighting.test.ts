import { beforeEach, expect, test } from "vitest";
import { editFields, hoursFields, placeFields } from "../setup/form-fields.ts";
import { expectGivenBack } from "../setup/given-back.ts";
import { openSite } from "../setup/site.ts";
import { giveStanding } from "../setup/standing.ts";
import { countRows, storedValues, tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const newVisitor = () => new TestVisitor(site.fetch);
let count = 0;
let place = "";
let finder = newVisitor();
let other = newVisitor();

beforeEach(async () => {
  count += 1;
  [finder, other] = [newVisitor(), newVisitor()];
  place =
    (
      await finder.fillIn(
        "/places/new",
        placeFields({ name: `Ping ${count}`, handle: `finder ${count}` }),
      )
    ).location ?? "";
  await other.fillIn(`${place}/seen`, { found: "open", handle: `other ${count}` });
  tamper(site.databaseFile, "DELETE FROM sightings");
  await other.get(place);
});

const states = () =>
  storedValues(site.databaseFile, "SELECT state FROM sightings ORDER BY created_at, id");
const flashOf = async (visitor: TestVisitor) =>
  (await visitor.get(place)).document.querySelector(".flash");
const pressButton = (visitor: TestVisitor, state: string, headers = {}) =>
  visitor.post(`${place}/seen`, { found: state }, headers);

test("one click of a member says that a place is still here, and the page and the list say so", async () => {
  const page = await other.get(place);
  const form = page.document.querySelector(".still-there form");
  expect([form?.getAttribute("method"), form?.getAttribute("action")]).toEqual([
    "post",
    `${place}/seen`,
  ]);
  expect(form?.querySelectorAll("button").map((button) => button.getAttribute("value"))).toEqual([
    "open",
    "closed",
    "moved",
  ]);
  expect(page.html).not.toContain('name="token"');
  const answer = await pressButton(other, "open");
  expect([answer.status, answer.location]).toEqual([303, place]);
  const after = (await other.get(place)).document;
  expect(after.querySelector(".flash")?.text).toContain("Thanks: confirmed open today.");
  expect(after.querySelector(".still-there")?.text).toContain(
    `Last confirmed open today by other ${count}`,
  );
  expect(
    (await finder.get(`/places?q=ping+${count}`)).document.querySelector(".more")?.text,
  ).toContain("last confirmed open today");
});

test("pressing twice, or at once, counts once", async () => {
  for (const answer of await Promise.all([1, 2, 3].map(() => pressButton(other, "open")))) {
    expect(answer.status).toBe(303);
  }
  await pressButton(other, "open");
  expect(states()).toEqual(["open"]);
});

test("a stranger's click leads to the form, with the choice kept, and nothing is written", async () => {
  const before = countRows(site.databaseFile);
  const stranger = newVisitor();
  const answer = await pressButton(stranger, "moved");
  expect([answer.status, answer.location]).toEqual([303, `${place}/seen?found=moved`]);
  expect(countRows(site.databaseFile)).toEqual(before);
  const form = await stranger.get(answer.location ?? "");
  expect(form.document.querySelector("input[name=found][checked]")?.getAttribute("value")).toBe(
    "moved",
  );
  const posted = await stranger.fillIn(answer.location ?? "", {
    found: "moved",
    handle: `stranger ${count}`,
  });
  expect([posted.status, posted.location]).toEqual([303, place]);
  const { document } = await stranger.get(place);
  expect(document.querySelector(".flash-links a")?.getAttribute("href")).toBe(`${place}/reports`);
  expect(document.querySelector(".notice")?.text).toContain("Somebody says that it has moved");
  expect(states()).toEqual([]);
  expect((await pressButton(stranger, "open")).location).toBe(place);
});

test.each(["", "demolished", "<script>", "open,closed", "x".repeat(10_000)])(
  "the button “%s” is given back as a form",
  async (state) => {
    for (const visitor of [other, newVisitor()]) {
      const page = await pressButton(visitor, state);
      expect(page.status).toBe(400);
      expect(page.document.querySelector(".error-summary")?.text).toContain(
        "Choose what you found",
      );
    }
    expect(states()).toEqual([]);
  },
);

test("a post without a field, or of another site, writes nothing", async () => {
  expect((await other.post(`${place}/seen`, {})).status).toBe(400);
  expect((await pressButton(other, "closed", { Origin: "https://elsewhere.example" })).status).toBe(
    403,
  );
  expect((await pressButton(other, "closed", { "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
  expect(states()).toEqual([]);
  expect((await other.post("/places/nowhere/seen", { found: "open" })).status).toBe(404);
});

test("a token that is not this site's is refused", async () => {
  const page = await other.post(`${place}/seen`, { found: "open", token: "forged" });
  expectGivenBack(
    page,
    400,
    "This form was open for more than a day, or came without its token. Press the button again",
  );
  expect(states()).toEqual([]);
});

test("a member who was removed meanwhile is asked for a handle", async () => {
  tamper(
    site.databaseFile,
    "PRAGMA foreign_keys = ON",
    `DELETE FROM members WHERE handle = 'other ${count}'`,
  );
  expect((await pressButton(other, "open")).location).toBe(`${place}/seen?found=open`);
});

test("one sighting of it closed is a notice, two close it, and one of it open opens it again", async () => {
  giveStanding(site.databaseFile, `other ${count}`);
  await pressButton(other, "closed");
  expect((await flashOf(other))?.querySelector("a")?.getAttribute("href")).toBe(`${place}/edit`);
  const noticed = (await newVisitor().get(place)).document;
  expect(noticed.querySelector(".notice")?.text).toContain("Somebody found it closed on");
  expect((await newVisitor().get("/places?sort=newest")).html).toContain(`href="${place}"`);
  await pressButton(finder, "closed");
  const closed = (await newVisitor().get(place)).document;
  expect(closed.querySelector(".closed-notice")?.text).toContain("Closed for good");
  expect(closed.querySelector("#hours")).toBeNull();
  expect(closed.querySelectorAll(".still-there button").map((button) => button.text)).toEqual([
    "It is open",
  ]);
  expect((await newVisitor().get("/places?sort=newest")).html).not.toContain(`href="${place}"`);
  await pressButton(other, "open");
  const opened = (await newVisitor().get(place)).document;
  expect(opened.querySelector(".notice")).toBeNull();
  expect((await newVisitor().get("/places?sort=newest")).html).toContain(`href="${place}"`);
});

test("a place that moved says so until somebody gives its new address", async () => {
  giveStanding(site.databaseFile, `other ${count}`);
  await pressButton(other, "moved");
  expect((await newVisitor().get(place)).document.querySelector(".notice")?.text).toContain(
    "it has moved",
  );
  await other.get(place);
  await other.fillIn(
    `${place}/edit`,
    editFields({ name: `Ping ${count}`, street: "7 Relocated Road" }),
  );
  const { document } = await newVisitor().get(place);
  expect(document.querySelector(".notice")).toBeNull();
  expect(document.querySelector(".still-there")?.text).toContain(`today by other ${count}`);
});

test("hours are confirmed by one click where somebody has said them, and are not by “still here”", async () => {
  const before = await pressButton(other, "hours");
  expectGivenBack(
    before,
    400,
    "Nobody has said yet when it is open, so there is nothing to confirm. Choose something else",
  );
  await finder.fillIn(`${place}/hours`, hoursFields());
  tamper(
    site.databaseFile,
    `UPDATE places SET hours_confirmed_on = '2026-01-02' WHERE name = 'Ping ${count}'`,
  );
  const confirmed = () =>
    storedValues(
      site.databaseFile,
      "SELECT hours_confirmed_on FROM places WHERE name = ?",
      `Ping ${count}`,
    );
  const outdated = (await other.get(place)).document.querySelector("[aria-labelledby=hours]");
  expect(outdated?.querySelector("button")?.getAttribute("value")).toBe("hours");
  await pressButton(other, "open");
  expect(confirmed()).toEqual(["2026-01-02"]);
  await other.get(place);
  expect((await pressButton(other, "hours")).location).toBe(place);
  expect((await flashOf(other))?.text).toContain("its hours are confirmed today");
  expect(confirmed()).not.toEqual(["2026-01-02"]);
  expect(states()).toEqual(["open"]);
});
