import { beforeEach, expect, test } from "vitest";
import { editFields, factsFields, placeFields } from "../setup/form-fields.ts";
import { expectGivenBack } from "../setup/given-back.ts";
import { openSite } from "../setup/site.ts";
import { giveStanding } from "../setup/standing.ts";
import { stored, tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const newVisitor = () => new TestVisitor(site.fetch);
let count = 0;
let place = "";
let author = newVisitor();
let other = newVisitor();

beforeEach(async () => {
  count += 1;
  [author, other] = [newVisitor(), newVisitor()];
  const fields = placeFields({ name: `Blame ${count}`, handle: `author ${count}` });
  place = (await author.fillIn("/places/new", fields)).location ?? "";
  await other.fillIn(`${place}/seen`, { found: "open", handle: `other ${count}` });
  giveStanding(site.databaseFile, `other ${count}`);
});

const edit = (overrides: Record<string, string>) => ({
  ...editFields({ name: `Blame ${count}`, handle: `other ${count}` }),
  ...overrides,
});
const row = () =>
  stored(site.databaseFile, "SELECT * FROM places WHERE slug = ?", `blame-${count}`);
const changes = async (path = `${place}/history`) =>
  (await newVisitor().get(path)).document.querySelectorAll(".history > li").map((item) => ({
    head: item.querySelector("p")?.text,
    differences: item.querySelectorAll("li").map((li) => li.text),
    href: item.querySelector("a")?.getAttribute("href"),
  }));

test("a place that nobody has changed says since when, and its page leads there", async () => {
  expect(
    (await newVisitor().get(place)).document.querySelector(`a[href="${place}/history"]`)?.text,
  ).toBe("Changes to this page");
  const page = await newVisitor().get(`${place}/history`);
  expect(page.document.querySelector(".empty")?.text).toContain(
    `since author ${count} recommended it on`,
  );
  expect(page.headers.get("Cache-Control")).toContain("public");
});

test("every change is listed in words, with who made it, and markup is shown as it was typed", async () => {
  await other.fillIn(
    `${place}/edit`,
    edit({ priceBand: "2", street: "<script>alert(1)</script>" }),
  );
  await author.fillIn(`${place}/facts`, factsFields());
  expect((await newVisitor().get(`${place}/history`)).html).not.toContain("<script>alert(1)");
  const [facts, edited, first, ...rest] = await changes();
  expect(rest).toEqual([]);
  expect(facts?.head).toMatch(new RegExp(`, changed by author ${count}$`));
  expect(facts?.differences).toEqual([
    "Vegan: not known → became some of it",
    "Halal: not known → became nothing",
    "Sockets: not known → became yes",
    "Takes cards: not known → became no",
  ]);
  expect(edited?.head).toMatch(new RegExp(`, changed by other ${count}$`));
  expect(edited?.differences).toEqual([
    "Street and number: 1 Closure Street → became <script>alert(1)</script>",
    "Price: under £8 → became £8 to £15",
  ]);
  expect(first).toMatchObject({
    head: expect.stringMatching(`recommended by author ${count}$`),
    differences: [],
  });
  expect([facts?.href, edited?.href]).toEqual([
    undefined,
    expect.stringMatching(`^${place}/history/\\d+$`),
  ]);
});

test("a version is compared with now and restored, by a newcomer too, which is one more change", async () => {
  await other.fillIn(`${place}/edit`, edit({ website: "vandal.example", priceBand: "4" }));
  const version = (await changes()).at(-1)?.href ?? "";
  const form = await newVisitor().get(version);
  expect(
    form.document
      .querySelectorAll(".versions tbody tr")
      .map((tr) => tr.querySelectorAll("th, td").map((cell) => cell.text)),
  ).toEqual([
    ["Price", "over £25", "under £8"],
    ["Website", "https://vandal.example/", "none"],
  ]);
  const newcomer = newVisitor();
  const posted = await newcomer.fillIn(version, { handle: `mender ${count}` });
  expect([posted.status, posted.location]).toEqual([303, place]);
  expect((await newcomer.get(place)).document.querySelector(".flash")?.text).toContain(
    "The version is restored.",
  );
  expect(row()).toMatchObject([{ website: null, price_band: 1 }]);
  expect((await changes()).map(({ head }) => head?.split(" by ")[1])).toEqual([
    `mender ${count}`,
    `other ${count}`,
    `author ${count}`,
  ]);
  expect((await newVisitor().get(version)).html).toContain(
    "What is said of it now is what was said then.",
  );
});

test("a place that was changed while a version was looked at comes back with what differs now", async () => {
  await other.fillIn(`${place}/edit`, edit({ street: "2 Vandal Row" }));
  const version = (await changes()).at(-1)?.href ?? "";
  const opened = await author.openHidden(version);
  await other.fillIn(`${place}/edit`, edit({ street: "3 Vandal Row" }));
  const before = row();
  const page = await author.post(version, opened);
  expectGivenBack(
    page,
    409,
    "The place is not as it was when you opened this page. Compare what differs now, then restore the version if it is right",
  );
  expect(page.document.querySelector(".versions")?.text).toContain("3 Vandal Row");
  expect(row()).toEqual(before);
  const now = page.document.querySelector("input[name=version]")?.getAttribute("value") ?? "";
  expect((await author.post(version, { ...opened, version: now })).status).toBe(303);
  expect(row()).toMatchObject([{ street: "1 Closure Street" }]);
});

test("a version of another place, of none, or without a token is not restored", async () => {
  await other.fillIn(`${place}/edit`, edit({ street: "2 Vandal Row" }));
  const version = (await changes()).at(-1)?.href ?? "";
  const id = version.split("/").at(-1);
  const hidden = await author.openHidden(version);
  const before = row();
  const home = (await other.fillIn("/places/new", placeFields({ name: `Elsewhere ${count}` })))
    .location;
  for (const path of [
    `${home}/history/${id}`,
    `${place}/history/99999`,
    `${place}/history/x`,
    `/places/nowhere/history/${id}`,
  ]) {
    expect((await author.get(path)).status).toBe(404);
    expect((await author.post(path, hidden)).status).toBe(404);
  }
  expect((await author.post(version, { version: hidden.version ?? "" })).status).toBe(400);
  expect((await author.post(version, { ...hidden, version: "x".repeat(10_000) })).status).toBe(409);
  tamper(site.databaseFile, `UPDATE places SET is_locked = 1 WHERE slug = 'blame-${count}'`);
  const locked = row();
  expect((await author.post(version, hidden)).status).toBe(403);
  expect(row()).toEqual(locked);
  expect(before).toMatchObject([{ street: "2 Vandal Row" }]);
});

test("a long history has pages", async () => {
  for (let number = 1; number <= 21; number += 1) {
    await other.fillIn(`${place}/edit`, edit({ street: `${number} Long Lane` }));
  }
  const page = await newVisitor().get(`${place}/history?page=2`);
  expect(page.document.querySelector("title")?.text).toContain(
    `Changes to Blame ${count} (page 2 of 2)`,
  );
  expect((await changes(`${place}/history?page=2`)).map(({ differences }) => differences)).toEqual([
    ["Street and number: 1 Closure Street → became 1 Long Lane"],
    [],
  ]);
  expect((await newVisitor().get(`${place}/history?page=3`)).location).toBe(`${place}/history`);
});
