import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { type ServedSite, serveSite } from "../setup/served-site.ts";
import { newVisitorOf } from "../setup/served-visitor.ts";
import { runNode } from "./prisma-project.ts";

const TOKEN = "a token of sixteen characters and more";
const folder = mkdtempSync(join(tmpdir(), "fork-and-filter-"));
const file = join(folder, "sqlite.db");
let site: ServedSite;

beforeAll(async () => {
  copyFileSync(inject("migratedDatabase"), file);
  site = await serveSite(file, { settings: { STATUS_TOKEN: TOKEN, LOG_LEVEL: "warn" } });
});

afterAll(async () => {
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (path: string, token = TOKEN) =>
  newVisitorOf(site.url).get(path, { Authorization: `Bearer ${token}` });

test("health tells machines only whether it is well, and whoever has the token the rest", async () => {
  await newVisitorOf(site.url).get("/places");
  await newVisitorOf(site.url).get("/places");
  expect(JSON.parse((await newVisitorOf(site.url).get("/healthz")).html)).toEqual({
    status: "ok",
    journalMode: "wal",
  });
  const verbose = await ask("/healthz?verbose");
  expect(JSON.parse(verbose.html)).toMatchObject({
    status: "ok",
    migration: expect.stringMatching(/^20\d+_/),
    trouble: null,
    newestBackup: null,
    replica: "none",
    waitingWrites: 0,
    keptPages: 1,
    cacheHits: 1,
    cacheMisses: 1,
  });
  for (const path of ["/healthz?verbose", "/metrics"]) {
    expect((await ask(path, "a wrong token of many characters")).status).toBe(401);
    expect((await newVisitorOf(site.url).get(path)).status).toBe(401);
  }
});

test("Prometheus gets the same", async () => {
  const metrics = await ask("/metrics");
  expect(metrics.headers.get("Content-Type")).toContain("text/plain");
  expect(metrics.html).toMatch(/^fork_and_filter_can_post 1$/m);
  expect(metrics.html).toMatch(/^fork_and_filter_cache_hits \d+$/m);
  expect(metrics.html).toMatch(/^fork_and_filter_backup_age_seconds Nan$/m);
  expect(metrics.html).toMatch(
    /^fork_and_filter_info\{version="0.1.0",commit="",migration="20\d+_\w+"\} 1$/m,
  );
});

test("`npm run status` tells people the same", async () => {
  const port = new URL(site.url).port;
  const env = { DATABASE_URL: `file:${file}`, STATUS_TOKEN: TOKEN, PORT: port };
  const told = await runNode(["scripts/status.ts"], { cwd: process.cwd(), env });
  expect(told).toMatchObject({ exitCode: 0, stderr: "" });
  expect(told.stdout).toMatch(/^Posting {9}works$/m);
  expect(told.stdout).toMatch(/^Newest backup {3}none$/m);
  const alone = await runNode(["scripts/status.ts"], {
    cwd: process.cwd(),
    env: { ...env, PORT: "1" },
  });
  expect(alone.stdout).toContain("The site does not answer on port 1: this is what the disk says.");
});

test("a lock that another program holds is a line in the log, and so is the post that it refused", async () => {
  const visitor = newVisitorOf(site.url);
  await visitor.fillIn("/places/new", placeFields({ name: "Deadlock Deli" }));
  const path = "/places/deadlock-deli/review";
  const fields = { ...(await visitor.openHidden(path)), ...reviewFields({ handle: "eve" }) };
  const shell = new Database(file);
  shell.exec("BEGIN IMMEDIATE");
  const refused = await visitor.post(path, fields);
  shell.exec("ROLLBACK");
  shell.close();
  expect([refused.status, refused.headers.get("Retry-After")]).toEqual([503, "10"]);
  const wait = JSON.parse(await site.logged("another program that locks"));
  expect(wait).toMatchObject({ level: 40, milliseconds: expect.any(Number) });
  expect(JSON.parse(await site.logged("not available"))).toMatchObject({
    level: 40,
    method: "POST",
    path,
    status: 503,
    reference: expect.stringMatching(/^[A-Z0-9]{7}$/),
  });
});
