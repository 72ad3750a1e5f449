import Database from "better-sqlite3";
import { beforeAll, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { openSite } from "../setup/site.ts";
import { storedValues, tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const member = new TestVisitor(site.fetch);
const PAGES = [
  "/",
  "/places",
  "/places?open=now&q=read",
  "/places/read-only/review",
  "/places/read-only",
  "/places.txt",
  "/map",
  "/dishes",
  "/dishes/flat-white",
  "/places/compare?place=read-only",
  "/lists/want",
  "/wanted",
  "/this-week",
  "/account",
  "/activity",
];
const EXPIRY = "SELECT expires_at FROM sessions";
const OLD = "2027-01-01T00:00:00.000+00:00";

const grownOld = () => tamper(site.databaseFile, `UPDATE sessions SET expires_at = '${OLD}'`);
const sessionCookie = (headers: Headers) =>
  headers.getSetCookie().find((cookie) => cookie.startsWith("session="));

beforeAll(async () => {
  await member.fillIn("/places/new", placeFields({ name: "Read Only", handle: "reader" }));
  await member.fillIn("/places/read-only/review", reviewFields({ dish: "Flat white" }));
});

test("a session is prolonged once a day, after the page", async () => {
  grownOld();
  const page = await member.get("/account");
  expect(sessionCookie(page.headers)).toContain("Max-Age=");
  await expect.poll(() => String(storedValues(site.databaseFile, EXPIRY)[0]) > OLD).toBe(true);
  expect(sessionCookie((await member.get("/account")).headers)).toBeUndefined();
});

test("no page fails because a session cannot be prolonged, as on a full disk", async () => {
  grownOld();
  tamper(
    site.databaseFile,
    "CREATE TRIGGER full_disk BEFORE UPDATE ON sessions BEGIN SELECT RAISE(ABORT, 'disk full'); END",
  );
  const page = await member.get("/account");
  expect(page.status).toBe(200);
  expect(sessionCookie(page.headers)).toContain("Max-Age=");
  tamper(site.databaseFile, "DROP TRIGGER full_disk");
});

test("while another process holds the database, every page is there, also with an old session", async () => {
  grownOld();
  const other = new Database(site.databaseFile);
  try {
    other.exec("BEGIN IMMEDIATE");
    for (const path of PAGES) expect([path, (await member.get(path)).status]).toEqual([path, 200]);
  } finally {
    other.exec("ROLLBACK");
    other.close();
  }
  await expect.poll(() => String(storedValues(site.databaseFile, EXPIRY)[0]) > OLD).toBe(true);
});

test("no page removes, changes or adds anything", async () => {
  tamper(
    site.databaseFile,
    `INSERT INTO withheld_reviews (place_id, member_id, rating, body, created_at, updated_at, withheld_reason, withheld_at)
      SELECT place_id, member_id, rating, 'Long gone.', created_at, updated_at, 'deleted', '2026-01-01T00:00:00.000+00:00' FROM reviews`,
    "UPDATE place_index SET prices_until = '2026-01-01'",
    "UPDATE campus SET latitude = 40",
  );
  const watcher = new Database(site.databaseFile, { readonly: true });
  const version = () => watcher.pragma("data_version", { simple: true });
  const before = version();
  for (const path of PAGES) await member.get(path);
  expect(version()).toBe(before);
  watcher.close();
});
