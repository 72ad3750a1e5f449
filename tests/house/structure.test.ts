import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, inject, test } from "vitest";
import { describeStructure } from "../../scripts/structure.ts";
import { storedValues, tamper } from "../setup/stored.ts";

const written = readFileSync("prisma/structure.sql", "utf8");
const folder = mkdtempSync(join(tmpdir(), "fork-and-filter-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function copyDatabase(): string {
  const file = join(folder, "copy.sqlite");
  copyFileSync(inject("migratedDatabase"), file);
  return file;
}

test("prisma/structure.sql is what the migrations make: `npm run structure` writes it", () => {
  expect(describeStructure(inject("migratedDatabase"))).toBe(written);
});

test("it makes the same database by itself", () => {
  const file = join(folder, "new.sqlite");
  tamper(file, written);
  expect(describeStructure(file)).toBe(written);
});

test("a migration that rebuilds a table, and so loses its triggers, is noticed", () => {
  const file = copyDatabase();
  const sql = String(
    storedValues(file, "SELECT sql FROM sqlite_master WHERE name = 'opening_intervals'")[0],
  );
  // As Prisma writes it where SQLite cannot alter a table.
  tamper(
    file,
    "PRAGMA foreign_keys = OFF",
    sql.replace('"opening_intervals"', '"new_opening_intervals"'),
    'INSERT INTO "new_opening_intervals" SELECT * FROM "opening_intervals"',
    'DROP TABLE "opening_intervals"',
    'ALTER TABLE "new_opening_intervals" RENAME TO "opening_intervals"',
  );
  const described = describeStructure(file);
  expect(written).toContain('CREATE TRIGGER "opening_intervals_keep_apart"');
  expect(described).not.toContain('CREATE TRIGGER "opening_intervals_keep_apart"');
  expect(described).not.toBe(written);
});
