import { copyFileSync, renameSync, rmSync } from "node:fs";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { DataState } from "../../server/data-state.ts";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { openHostOfBuild } from "../setup/host-of-build.ts";
import { seed } from "../setup/migrate.ts";
import { newVisitorOf } from "../setup/served-visitor.ts";
import { tamper } from "../setup/stored.ts";

const { databaseFile, opening } = openHostOfBuild();
const PLACE = "/places/cached-crumpets";

const get = async (path: string) => (await opening).ask(path);
const keptBytes = async () => (await opening).cache.bytes;

beforeAll(async () => {
  // The minute never ends, so only changes make pages new.
  vi.useFakeTimers({ toFake: ["Date"] });
  const { url } = await opening;
  await newVisitorOf(url).fillIn(
    "/places/new",
    placeFields({ name: "Cached Crumpets", handle: "grace" }),
  );
  // The day's first page writes what depends on the date, so it is not cached.
  await get(PLACE);
});

afterAll(() => {
  vi.useRealTimers();
});

/** Expects that a page is cached and does not contain this text yet. */
async function expectKeptWithout(path: string, text: string) {
  expect((await get(path)).text).not.toContain(text);
  const bytes = await keptBytes();
  expect(bytes).toBeGreaterThan(0);
  await get(path);
  expect(await keptBytes()).toBe(bytes);
}

test("a post is on every page for everybody, from its answer on", async () => {
  const { url } = await opening;
  await expectKeptWithout(PLACE, "Buttered on both sides.");
  const posted = await newVisitorOf(url).fillIn(
    `${PLACE}/review`,
    reviewFields({ body: "Buttered on both sides.", handle: "ada" }),
  );
  expect(posted.status).toBe(303);
  for (const path of [PLACE, `${PLACE}.data`, "/places"]) {
    expect((await get(path)).text, path).toContain("Buttered on both sides.");
  }
});

test("what another process writes is there once it is committed", async () => {
  await expectKeptWithout(PLACE, "Other Process Street");
  const other = new Database(databaseFile, { timeout: 5000 });
  other.exec(
    "BEGIN IMMEDIATE; UPDATE places SET street = 'Other Process Street' WHERE slug = 'cached-crumpets'",
  );
  expect((await get(PLACE)).text).not.toContain("Other Process Street");
  other.exec("COMMIT");
  expect((await get(PLACE)).text).toContain("Other Process Street");
  other.close();
});

test("what is rolled back changes nothing", async () => {
  await expectKeptWithout(PLACE, "Nowhere");
  const other = new Database(databaseFile, { timeout: 5000 });
  other.exec("BEGIN IMMEDIATE; UPDATE places SET street = 'Nowhere'; ROLLBACK");
  other.close();
  await expectKeptWithout(PLACE, "Nowhere");
});

test("what a trigger derives from a change is there too", async () => {
  await get(PLACE);
  const reviewsOf = async () => /(\d+) ratings?/.exec((await get("/places")).text)?.[1];
  const before = await reviewsOf();
  tamper(databaseFile, "DELETE FROM reviews WHERE body = 'Buttered on both sides.'");
  expect([before, await reviewsOf()]).toEqual(["2", "1"]);
});

test("the seed fills the list", async () => {
  await expectKeptWithout("/places", "Null Pointer Coffee");
  await seed(databaseFile);
  expect((await get("/places?q=null+pointer")).text).toContain("Null Pointer");
  expect((await get("/places")).text).toMatch(/4\d places/);
});

describe("a restore", () => {
  test("that SQLite carries out is seen at once", async () => {
    const backup = `${databaseFile}.backup`;
    tamper(
      databaseFile,
      `VACUUM INTO '${backup}'`,
      "UPDATE places SET street = 'After the backup'",
    );
    expect((await get(PLACE)).text).toContain("After the backup");
    const source = new Database(backup, { readonly: true });
    const tables = source
      .prepare("SELECT street FROM places WHERE slug = 'cached-crumpets'")
      .pluck()
      .get();
    source.close();
    tamper(
      databaseFile,
      `ATTACH '${backup}' AS backup; UPDATE places SET street = (SELECT street FROM backup.places AS old WHERE old.id = places.id)`,
    );
    const { text } = await get(PLACE);
    expect(text).toContain(String(tables));
    expect(text).not.toContain("After the backup");
  });

  test("that puts another file in the database's place ends the keeping of pages", async () => {
    const file = `${databaseFile}.other`;
    tamper(databaseFile, "PRAGMA wal_checkpoint(TRUNCATE)", `VACUUM INTO '${file}'`);
    const data = new DataState(file);
    const before = data.read();
    expect([typeof before, data.read()]).toEqual(["string", before]);
    copyFileSync(file, `${file}.copy`);
    renameSync(`${file}.copy`, file);
    expect(data.read()).toBeUndefined();
    expect(data.read()).toBeUndefined();
    data.close();
    expect(typeof data.read()).toBe("string");
    data.close();
  });

  test("that writes over the file is another state", () => {
    const file = `${databaseFile}.other`;
    const data = new DataState(file);
    const before = data.read();
    vi.useRealTimers();
    copyFileSync(databaseFile, file);
    expect(data.read()).not.toBe(before);
    rmSync(file);
    expect(data.read()).toBeUndefined();
    data.close();
  });
});
