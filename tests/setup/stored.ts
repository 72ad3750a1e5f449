import { statSync } from "node:fs";
import Database from "better-sqlite3";

const TABLES = [
  "members",
  "sessions",
  "places",
  "cuisines",
  "place_cuisines",
  "reviews",
  "posted_forms",
  "opening_intervals",
  "place_diets",
  "place_features",
  "sightings",
];

/** Reading the schema takes longer than most of what is read here. */
const connections = new Map<string, Database.Database>();

function openToRead(file: string): Database.Database {
  const key = `${file} ${statSync(file).ino}`;
  const database = connections.get(key) ?? new Database(file, { readonly: true });
  connections.set(key, database);
  return database;
}

/** Reads from a SQLite file, bypassing the site. */
export function stored(file: string, sql: string, ...values: unknown[]): unknown[] {
  return openToRead(file)
    .prepare(sql)
    .all(...values);
}

/** Like `stored`, but only the first column. */
export function storedValues(file: string, sql: string, ...values: unknown[]): unknown[] {
  return openToRead(file)
    .prepare(sql)
    .pluck()
    .all(...values);
}

/** The number of rows in each table that posting writes to. */
export function countRows(file: string): Record<string, unknown> {
  return Object.fromEntries(
    TABLES.map((table) => [table, storedValues(file, `SELECT COUNT(*) FROM ${table}`)[0]]),
  );
}

/** Writes to a SQLite file, bypassing the site, as another process would. */
export function tamper(file: string, ...statements: string[]): void {
  const database = new Database(file, { timeout: 5000 });
  try {
    for (const statement of statements) database.exec(statement);
  } finally {
    database.close();
  }
}
