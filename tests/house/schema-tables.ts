import Database from "better-sqlite3";
import { expect, inject } from "vitest";
import { z } from "zod";

const names = z.array(z.object({ name: z.string() }));
const columns = z.array(
  z.object({ name: z.string(), type: z.string(), notnull: z.number(), pk: z.number() }),
);
const foreignKeys = z.array(
  z.object({ from: z.string(), table: z.string(), to: z.string(), on_delete: z.string() }),
);

function withDatabase<Result>(read: (database: Database.Database) => Result): Result {
  const database = new Database(inject("migratedDatabase"), { readonly: true });
  try {
    return read(database);
  } finally {
    database.close();
  }
}

/** The tables of a migrated database, without those that are SQLite's, Prisma's or the full-text search's own. */
export function tables(): string[] {
  return withDatabase((database) => {
    const query = `
      SELECT name FROM sqlite_master
      WHERE type = 'table' AND name NOT IN ('_prisma_migrations', 'sqlite_sequence')
        AND sql NOT LIKE 'CREATE VIRTUAL TABLE%' AND name NOT GLOB '*_search_*'
      ORDER BY name`;
    return names.parse(database.prepare(query).all()).map(({ name }) => name);
  });
}

/** Every column of every table that holds text, as "table.column". */
export function textColumns(): string[] {
  return tables().flatMap((table) =>
    withDatabase((database) => columns.parse(database.pragma(`table_info(${table})`)))
      .filter(({ type }) => type === "TEXT")
      .map(({ name }) => `${table}.${name}`),
  );
}

/** Its views and the tables of its full-text search. */
export function viewsAndSearches(): string[] {
  const query =
    "SELECT name FROM sqlite_master WHERE type = 'view' OR sql LIKE 'CREATE VIRTUAL TABLE%'";
  return withDatabase((database) =>
    names.parse(database.prepare(query).all()).map(({ name }) => name),
  );
}

/** The foreign keys of a table. */
export function foreignKeysOf(table: string) {
  return withDatabase((database) =>
    foreignKeys.parse(database.pragma(`foreign_key_list(${table})`)),
  ).map(({ from, table: parent, to, on_delete: onDelete }) => ({ from, parent, to, onDelete }));
}

/** The rows of the first Markdown table after a heading, without its head. */
export function tableAfter(document: string, heading: string): string[][] {
  const section = document.split(`\n${heading}\n`)[1]?.split("\n#")[0] ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** Expects a document to tell of each column of a table, under a heading with the table's name. */
export function expectColumnsOf(table: string, document: string): void {
  const keys = foreignKeysOf(table);
  const expected = withDatabase((database) =>
    columns.parse(database.pragma(`table_info(${table})`)),
  ).map(({ name, type, notnull, pk }) => {
    const key = keys.find(({ from }) => from === name);
    const to = key && `→ ${key.parent}.${key.to}`;
    return { name, type, empty: notnull ? "no" : "yes", isPrimary: pk > 0, to };
  });
  const written = tableAfter(document, `### \`${table}\``).map(
    ([name, type, empty, key = "", what]) => {
      expect(what, `${table}.${name}`).toBeTruthy();
      const to = /→ [\w.]+/.exec(key)?.[0];
      return { name, type, empty, isPrimary: key.includes("primary"), to };
    },
  );
  expect(written, table).toEqual(expected);
}

/** Expects a document's diagram to have every relationship, every table, and what stands in these. */
export function expectDiagram(document: string, told = tables()): void {
  const diagram = /```mermaid\nerDiagram\n([\s\S]*?)```/.exec(document)?.[1] ?? "";
  for (const table of tables()) expect(diagram).toMatch(new RegExp(`\\b${table}\\b`));
  for (const table of told) expect(diagram).toMatch(new RegExp(`^  ${table} \\{`, "m"));
  const related = tables().flatMap((table) =>
    foreignKeysOf(table).map(({ parent }) => `${parent} ${table}`),
  );
  const drawn = [...diagram.matchAll(/^ {2}(\w+) [|o}{-]+ (\w+) :/gm)].map(
    ([, from, to]) => `${from} ${to}`,
  );
  expect(drawn.sort()).toEqual(related.sort());
}
