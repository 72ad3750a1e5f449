import { once } from "node:events";
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { Release } from "../setup/release.ts";
import { NO_SMALL_DISK, SmallDisk } from "../setup/small-disk.ts";

const NEXT = "20991231000000_next";
const PREPARE = ["scripts/prepare.ts"];

let folder: string;
let file: string;
let release: Release;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fork-and-filter-"));
  file = join(folder, "sqlite.db");
  release = new Release();
  copyFileSync(inject("migratedDatabase"), file);
  query(
    "INSERT INTO members (handle, handle_key, created_at) VALUES ('ada', 'ada', '2026-11-22T12:00:00.000+00:00')",
  );
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function query(sql: string, path = file): unknown {
  const database = new Database(path);
  try {
    const statement = database.prepare(sql);
    return statement.reader ? statement.pluck().all() : statement.run();
  } finally {
    database.close();
  }
}

const tables = (path = file) =>
  query("SELECT name FROM sqlite_master WHERE name LIKE 'added%' ORDER BY name", path);
const leftBeside = () =>
  readdirSync(folder).filter((name) => !name.startsWith("sqlite.db.before-"));

test("where there is no database, a new one is made, and said", async () => {
  rmSync(file);
  const made = await release.run(PREPARE, file);
  expect(made).toMatchObject({ code: 0, out: "" });
  expect(made.err).toContain(`There was no database: made a new database, ${file}.`);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("a migration that fails half-way leaves the database as it was, and says so", async () => {
  const before = readFileSync(file);
  release.addMigration(
    NEXT,
    "CREATE TABLE added (id INTEGER) STRICT; CREATE TABLE members (id INTEGER);",
  );
  const failed = await release.run(PREPARE, file);
  expect(failed.code).toBe(3);
  expect(failed.out).toContain(`The update ${NEXT} could not be applied`);
  expect(failed.err).toContain("table members already exists");
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(leftBeside()).toEqual(["sqlite.db"]);

  release.dropMigration(NEXT);
  expect(await release.run(PREPARE, file)).toEqual({ code: 0, out: "", err: "" });
  expect(query("SELECT handle FROM members")).toEqual(["ada"]);
});

test("each migration leaves a snapshot that only its owner reads; the last three are kept", async () => {
  for (let number = 1; number <= 4; number += 1) {
    release.addMigration(
      `2099123${number}000000_next`,
      `CREATE TABLE added_${number} (id INTEGER) STRICT;`,
    );
    expect(await release.run(PREPARE, file)).toMatchObject({ code: 0 });
  }
  expect(tables()).toEqual(["added_1", "added_2", "added_3", "added_4"]);
  const snapshots = readdirSync(folder).filter((name) => name.includes(".before-"));
  expect(snapshots.sort()).toEqual(
    [2, 3, 4].map((number) => `sqlite.db.before-${number}-2099123${number}000000_next`),
  );
  const newest = join(folder, snapshots[2] ?? "");
  expect(tables(newest)).toEqual(["added_1", "added_2", "added_3"]);
  expect(statSync(newest).mode & 0o777).toBe(0o600);
});

test("killed at any moment, it has migrated or it has not, and the next start goes on", async () => {
  release.addMigration(
    NEXT,
    "CREATE TABLE added (id INTEGER) STRICT; INSERT INTO added VALUES (1);",
  );
  const started = performance.now();
  copyFileSync(file, `${file}.measured`);
  await release.run(PREPARE, `${file}.measured`);
  const whole = performance.now() - started;
  const before = readFileSync(file);
  for (const part of [0.6, 0.85, 0.95]) {
    writeFileSync(file, before);
    const child = release.start(PREPARE, file);
    const exit = once(child, "exit");
    await pause(part * whole);
    child.kill("SIGKILL");
    await exit;
    expect(query("PRAGMA integrity_check")).toEqual(["ok"]);
    const isMigrated = String(tables()) === "added";
    const recorded = `SELECT count(*) FROM _prisma_migrations WHERE migration_name = '${NEXT}'`;
    expect(query(recorded)).toEqual([isMigrated ? 1 : 0]);
    expect(await release.run(PREPARE, file)).toMatchObject({ code: 0 });
    expect(query("SELECT id FROM added")).toEqual([1]);
  }
});

test("a database that a newer release has migrated is served, with a warning", async () => {
  release.addMigration(NEXT, "CREATE TABLE added (id INTEGER) STRICT;");
  await release.run(PREPARE, file);
  release.dropMigration(NEXT);
  const older = await release.run(PREPARE, file);
  expect(older).toMatchObject({ code: 0, out: "" });
  expect(older.err).toContain(`a newer release has migrated the database (${NEXT})`);
});

test("what is no database is left alone, and said", async () => {
  writeFileSync(file, "These are my notes, and no database.");
  const failed = await release.run(PREPARE, file);
  expect(failed).toMatchObject({ code: 3 });
  expect(failed.out).toContain(`${file} is damaged, or is no database`);
  expect(readFileSync(file, "utf8")).toBe("These are my notes, and no database.");
});

test("while another program has the database open it is not migrated", async () => {
  release.addMigration(NEXT, "CREATE TABLE added (id INTEGER) STRICT;");
  const other = new Database(file);
  other.pragma("journal_mode = WAL");
  other.exec("BEGIN IMMEDIATE");
  const failed = await release.run(PREPARE, file);
  other.exec("ROLLBACK");
  other.close();
  expect(failed).toMatchObject({ code: 3 });
  expect(failed.out).toContain(`Another program has ${file} open`);
  expect(tables()).toEqual([]);
});

test.skipIf(NO_SMALL_DISK)(
  "a disk that is too full for the copy is said, with figures",
  async () => {
    const disk = new SmallDisk(4);
    try {
      const small = join(disk.folder, "sqlite.db");
      await release.run(PREPARE, small);
      release.addMigration(NEXT, "CREATE TABLE added (id INTEGER) STRICT;");
      const failed = await release.run(PREPARE, small);
      expect(failed).toMatchObject({ code: 3 });
      expect(failed.out).toMatch(
        /^The disk is too full to update the database: [\d.]+ MB are free in .+, and [\d.]+ MB are needed\.\n$/,
      );
      expect(tables(small)).toEqual([]);
    } finally {
      disk.remove();
    }
  },
);
