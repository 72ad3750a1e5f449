import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { z } from "zod";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { expectGivenBack, typedValues } from "../setup/given-back.ts";
import { type ServedSite, serveSite } from "../setup/served-site.ts";
import { newVisitorOf } from "../setup/served-visitor.ts";

const SENTENCE =
  "The site cannot keep anything new at the moment. Nothing was posted, and what you wrote is still here; press the button again in a few minutes";

let folder: string;
let file: string;
let site: ServedSite;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "fork-and-filter-"));
  file = join(folder, "sqlite.db");
  copyFileSync(inject("migratedDatabase"), file);
  site = await serveSite(file);
  await newVisitorOf(site.url).fillIn("/places/new", placeFields({ name: "Stale Bread" }));
});

afterEach(async () => {
  await site.stop("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const copy = () => {
  copyFileSync(inject("migratedDatabase"), `${file}.copy`);
  return `${file}.copy`;
};

function countReviews(path: string): unknown {
  const database = new Database(path);
  try {
    expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
    return database.prepare("SELECT count(*) FROM reviews").pluck().get();
  } finally {
    database.close();
  }
}

test.each([
  [
    "moved over",
    () => renameSync(file, `${file}.was`) ?? renameSync(copy(), file),
    "file-replaced",
  ],
  ["copied over", () => copyFileSync(copy(), file), "file-replaced"],
  ["removed", () => rmSync(file), "file-missing"],
  ["cut short", () => truncateSync(file, 8192), "file-truncated"],
])(
  "a file that is %s while the site runs takes no post; pages are read, health says it",
  async (_what, mishap, trouble) => {
    const visitor = newVisitorOf(site.url);
    const path = "/places/stale-bread/review";
    const fields = { ...(await visitor.openHidden(path)), ...reviewFields({ handle: "ada" }) };
    mishap();
    const refused = await visitor.post(path, fields);
    expectGivenBack(refused, 503, SENTENCE);
    expect(typedValues(refused)).toMatchObject(reviewFields({ handle: "ada" }));
    expect(refused.headers.get("Retry-After")).toBe("120");
    expect((await newVisitorOf(site.url).get("/about")).status).toBe(200);
    const health = await newVisitorOf(site.url).get("/healthz");
    if (trouble !== "file-truncated") {
      expect([health.status, JSON.parse(health.html)]).toMatchObject([200, { status: "degraded" }]);
    }
    expect(JSON.parse(await site.logged(trouble))).toMatchObject({ level: 50, trouble });
    await visitor.post(path, fields);
    expect(site.output().split(`"${trouble}"`)).toHaveLength(2);
  },
);

test("health says that the database is damaged once somebody met it, though it can be opened", async () => {
  const { start, size } = pageOf("reviews");
  const pages = readFileSync(file);
  pages.fill(0xa5, start, start + size);
  const before = await newVisitorOf(site.url).get("/healthz");
  expect(JSON.parse(before.html)).toMatchObject({ status: "ok" });
  writeFileSync(file, pages);
  expect((await newVisitorOf(site.url).get("/places/stale-bread?reviews=lowest")).status).toBe(503);
  const health = await newVisitorOf(site.url).get("/healthz");
  expect([health.status, JSON.parse(health.html)]).toMatchObject([
    200,
    { status: "degraded", reason: expect.stringContaining("the database is damaged") },
  ]);
});

/** The first page of a table in the file, in bytes. */
function pageOf(table: string): { start: number; size: number } {
  const database = new Database(file);
  database.pragma("wal_checkpoint(TRUNCATE)");
  const size = z.number().parse(database.pragma("page_size", { simple: true }));
  const root = z
    .number()
    .parse(
      database.prepare("SELECT rootpage FROM sqlite_master WHERE name = ?").pluck().get(table),
    );
  database.close();
  return { start: (root - 1) * size, size };
}

test("a restart after that starts with the file that is there, whole, and the other one is whole too", async () => {
  renameSync(file, `${file}.was`);
  renameSync(copy(), file);
  const visitor = newVisitorOf(site.url);
  await visitor.post("/places/stale-bread/review", reviewFields({ handle: "ada" }));
  expect(await site.stop()).toBe(0);
  expect([countReviews(file), countReviews(`${file}.was`)]).toEqual([0, 1]);
});
