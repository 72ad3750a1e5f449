import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { z } from "zod";
import { fillTables } from "./fill-tables.ts";
import { fillDatabase } from "./generate-database.ts";

const SIZES = { places: 60, reviews: 300 };
const TODAY = new Date().toISOString().slice(0, 10);
const folder = mkdtempSync(join(tmpdir(), "fork-and-filter-"));
const [quick, again, slow] = ["quick", "again", "slow"].map((name) =>
  join(folder, `${name}.sqlite`),
);
const names = z.array(z.string());

beforeAll(() => {
  for (const file of [quick, again, slow]) copyFileSync(inject("migratedDatabase"), file ?? "");
  fillDatabase(quick ?? "", SIZES, TODAY);
  fillDatabase(again ?? "", SIZES, TODAY);
  read(slow, (database) => fillTables(database, SIZES, TODAY));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read<Result>(
  file: string | undefined,
  reading: (database: Database.Database) => Result,
): Result {
  const database = new Database(file ?? "");
  try {
    return reading(database);
  } finally {
    database.close();
  }
}

/** The rows of every table but SQLite's own, and what the full-text searches hold. */
function contents(file: string | undefined) {
  return read(file, (database) => {
    const tables = names.parse(
      database
        .prepare(`
          SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL TABLE%'
            AND name NOT GLOB '*_search_*' AND name NOT IN ('_prisma_migrations', 'sqlite_sequence')`)
        .pluck()
        .all(),
    );
    for (const search of ["place_search", "review_search", "name_search"]) {
      database.exec(
        `CREATE VIRTUAL TABLE temp.${search}_words USING fts5vocab('main', '${search}', 'instance')`,
      );
      tables.push(`temp.${search}_words`);
    }
    return Object.fromEntries(tables.map((table) => [table, rowsOf(database, table)]));
  });
}

function rowsOf(database: Database.Database, table: string): string[] {
  return (
    database
      .prepare(`SELECT * FROM ${table}`)
      .raw()
      .all()
      // Sums of fractions in another order differ in their last digits.
      .map((row) =>
        JSON.stringify(row, (_, value) =>
          typeof value === "number" ? Number(value.toPrecision(12)) : value,
        ),
      )
      .sort()
  );
}

test("a database filled without its triggers holds what one filled with them does", () => {
  const [withTriggers, without] = [contents(slow), contents(quick)];
  expect(Object.keys(without).length).toBeGreaterThan(12);
  for (const [table, rows] of Object.entries(without)) {
    expect(rows, table).toEqual(withTriggers[table]);
  }
  expect(without.place_index).toHaveLength(SIZES.places);
  expect(without["temp.review_search_words"]?.length).toBeGreaterThan(SIZES.reviews);
});

test("the same sizes make the same database, and its triggers are back", () => {
  expect(contents(again)).toEqual(contents(quick));
  const triggersOf = (file: string | undefined) =>
    read(file, (database) =>
      database.prepare("SELECT sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name").all(),
    );
  expect(triggersOf(quick)).toEqual(triggersOf(slow));
});

test("what is generated is sound, and reviews are spread as they are in life", () => {
  read(quick, (database) => {
    expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(database.pragma("foreign_key_check")).toEqual([]);
    const most = database.prepare("SELECT MAX(review_count) FROM place_index").pluck().get();
    expect(Number(most)).toBeGreaterThan((SIZES.reviews / SIZES.places) * 2);
  });
});
