import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, inject, test, vi } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { NO_LITESTREAM } from "../setup/litestream.ts";
import { Release } from "../setup/release.ts";
import { type ServedSite, serveSite } from "../setup/served-site.ts";
import { newVisitorOf } from "../setup/served-visitor.ts";
import { runPrisma } from "./prisma-project.ts";

const TOKEN = "a token of sixteen characters and more";
const release = new Release();
let folder: string;
let file: string;
let replica: string;
let site: ServedSite;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "fork-and-filter-"));
  mkdirSync(join(folder, "volume"));
  file = join(folder, "volume", "sqlite.db");
  replica = `file://${join(folder, "replica")}`;
  copyFileSync(inject("migratedDatabase"), file);
  site = await serveSite(file, { settings: { REPLICA_URL: replica, STATUS_TOKEN: TOKEN } });
  await newVisitorOf(site.url).fillIn("/places/new", placeFields({ name: "Copy Cats" }));
});

afterEach(async () => {
  await site.stop();
  // A killed site takes Litestream along a moment later.
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});

const review = (handle: string) =>
  newVisitorOf(site.url).fillIn("/places/copy-cats/review", reviewFields({ handle }));

function handlesIn(path: string): unknown[] {
  const database = new Database(path, { readonly: true });
  try {
    return database.prepare("SELECT handle FROM members ORDER BY id").pluck().all();
  } finally {
    database.close();
  }
}

/** What a new machine with an empty volume starts with. */
async function startElsewhere(): Promise<unknown[]> {
  const elsewhere = mkdtempSync(join(folder, "elsewhere-"));
  // The replica belongs to the path that the database had.
  const volume = join(folder, "volume");
  const was = join(folder, "volume-that-was-lost");
  execFileSync("cp", ["-r", volume, was]);
  rmSync(elsewhere, { recursive: true });
  rmSync(volume, { recursive: true });
  const prepared = await release.run(["scripts/prepare.ts"], file, { REPLICA_URL: replica });
  expect(prepared).toMatchObject({ code: 0, out: "" });
  expect(prepared.err).toContain("Restored the database from the copy");
  expect(prepared.err).not.toContain("made a new database");
  return handlesIn(file);
}

test.skipIf(NO_LITESTREAM)(
  "what was acknowledged is in the replica soon after, and on a new machine with an empty volume",
  async () => {
    // Litestream takes a moment to begin, and one that is stopped before that has copied nothing.
    const snapshots = join(folder, "replica", "generations");
    await vi.waitFor(() => expect(existsSync(snapshots)).toBe(true), { timeout: 20_000 });
    expect((await review("bea")).status).toBe(303);
    expect((await review("bob")).status).toBe(303);
    const expected = handlesIn(file);
    expect(await site.stop()).toBe(0);
    expect(await startElsewhere()).toEqual(expected);
  },
);

test.skipIf(NO_LITESTREAM)(
  "a replica of a killed machine has all but the last seconds",
  async () => {
    await review("bea");
    const expected = handlesIn(file);
    await pause(3000);
    await site.stop("SIGKILL");
    expect(await startElsewhere()).toEqual(expected);
  },
);

test.skipIf(NO_LITESTREAM)(
  "Litestream is started again when it ends, which the log and the status say",
  async () => {
    const child = execFileSync("pgrep", ["-P", String(site.process.pid), "litestream"], {
      encoding: "utf8",
    });
    process.kill(Number(child), "SIGKILL");
    expect(JSON.parse(await site.logged("replica is not kept"))).toMatchObject({
      level: 50,
      reason: "SIGKILL",
    });
    await review("cyd");
    await pause(3000);
    const status = await newVisitorOf(site.url).get("/healthz?verbose", {
      Authorization: `Bearer ${TOKEN}`,
    });
    expect(JSON.parse(status.html)).toMatchObject({
      replica: "running",
      replicaLagSeconds: expect.any(Number),
    });
    const restored = await release.run(["scripts/restore.ts", "replica"], file, {
      REPLICA_URL: replica,
    });
    expect(restored.out).toContain(`${handlesIn(file).length} members`);
    expect(
      readdirSync(join(folder, "volume")).filter((name) => name.includes("from-replica")),
    ).toEqual([]);
  },
);

test.skipIf(NO_LITESTREAM)("Prisma takes Litestream's tables for no drift", async () => {
  await review("bea");
  await site.stop();
  const args = ["migrate", "status"];
  const status = await runPrisma(args, {
    cwd: process.cwd(),
    env: { DATABASE_URL: `file:${file}` },
  });
  expect(status.stdout).toContain("Database schema is up to date");
  const diff = [
    "migrate",
    "diff",
    "--from-config-datasource",
    "--to-schema",
    "prisma/schema.prisma",
  ];
  const drift = await runPrisma(diff, {
    cwd: process.cwd(),
    env: { DATABASE_URL: `file:${file}` },
  });
  expect(drift.stdout).not.toContain("litestream");
});

test.skipIf(NO_LITESTREAM)(
  "while the replica cannot be asked no new database is made on an empty volume",
  async () => {
    await site.stop();
    const lost = join(folder, "lost", "sqlite.db");
    const bucket = "s3://nowhere/path";
    const prepared = await release.run(["scripts/prepare.ts"], lost, {
      REPLICA_URL: bucket,
      AWS_ENDPOINT_URL_S3: "http://127.0.0.1:9",
      AWS_ACCESS_KEY_ID: "x",
      AWS_SECRET_ACCESS_KEY: "x",
      AWS_REGION: "auto",
    });
    expect(prepared.code).toBe(3);
    expect(prepared.out).toContain("no new one is made while there may be a replica");
    expect(existsSync(lost)).toBe(false);
  },
);
