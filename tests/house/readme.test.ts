import { existsSync, readFileSync } from "node:fs";
import Database from "better-sqlite3";
import { expect, inject, test } from "vitest";
import { z } from "zod";

const readme = readFileSync("README.md", "utf8");

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

const tables = () =>
  withDatabase((database) => {
    // The tables of a full-text search are SQLite's own.
    const query = `
      SELECT name FROM sqlite_master
      WHERE type = 'table' AND name NOT IN ('_prisma_migrations', 'sqlite_sequence')
        AND sql NOT LIKE 'CREATE VIRTUAL TABLE%' AND name NOT GLOB '*_search_*'
      ORDER BY name`;
    return names.parse(database.prepare(query).all()).map(({ name }) => name);
  });

/** The rows of the first Markdown table after a heading, without its head. */
function tableAfter(heading: string): string[][] {
  const section = readme.split(`\n${heading}\n`)[1]?.split("\n#")[0] ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

test("the README has a table for each table of the database, and no other", () => {
  const headings = [...readme.matchAll(/^### `(\w+)`$/gm)].map(([, name = ""]) => name);
  expect(headings.sort()).toEqual(tables());
});

test("every view and every table of the full-text search is named", () => {
  const others = withDatabase((database) =>
    names.parse(
      database
        .prepare(
          "SELECT name FROM sqlite_master WHERE type = 'view' OR sql LIKE 'CREATE VIRTUAL TABLE%'",
        )
        .all(),
    ),
  );
  expect(others.length).toBeGreaterThan(0);
  expect(others.filter(({ name }) => !readme.includes(`| \`${name}\` |`))).toEqual([]);
});

test("each of them has the database's columns, types, keys and what may be empty", () => {
  for (const table of tables()) {
    const expected = withDatabase((database) => {
      const keys = foreignKeys.parse(database.pragma(`foreign_key_list(${table})`));
      return columns
        .parse(database.pragma(`table_info(${table})`))
        .map(({ name, type, notnull, pk }) => {
          const key = keys.find(({ from }) => from === name);
          return {
            name,
            type,
            empty: notnull ? "no" : "yes",
            isPrimary: pk > 0,
            to: key && `→ ${key.table}.${key.to}`,
          };
        });
    });
    const written = tableAfter(`### \`${table}\``).map(([name, type, empty, key = "", what]) => {
      expect(what).not.toBe("");
      return {
        name,
        type,
        empty,
        isPrimary: key.includes("primary"),
        to: /→ [\w.]+/.exec(key)?.[0],
      };
    });
    expect(written, table).toEqual(expected);
  }
});

test("each foreign key is explained, with what happens on a deletion", () => {
  const words: Record<string, RegExp> = {
    CASCADE: /goe?s? too$|go too$/,
    "SET NULL": /^becomes empty$/,
    RESTRICT: /^refused$/,
  };
  const explained = new Map(
    tableAfter("### Relationships").map(([key = "", onDelete = ""]) => [key, onDelete]),
  );
  const keys = tables().flatMap((table) =>
    withDatabase((database) =>
      foreignKeys.parse(database.pragma(`foreign_key_list(${table})`)),
    ).map((key) => ({
      name: `${table}.${key.from} → ${key.table}.${key.to}`,
      onDelete: key.on_delete,
    })),
  );
  expect([...explained.keys()].sort()).toEqual(keys.map(({ name }) => name).sort());
  for (const { name, onDelete } of keys)
    expect(explained.get(name), name).toMatch(words[onDelete] ?? /nothing/);
});

test("the diagram has every table and every relationship", () => {
  const diagram = /```mermaid\nerDiagram\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  for (const table of tables()) expect(diagram).toMatch(new RegExp(`^  ${table} \\{`, "m"));
  const related = tables().flatMap((table) =>
    withDatabase((database) =>
      foreignKeys.parse(database.pragma(`foreign_key_list(${table})`)),
    ).map((key) => `${key.table} ${table}`),
  );
  const drawn = [...diagram.matchAll(/^ {2}(\w+) [|o}{-]+ (\w+) :/gm)].map(
    ([, from, to]) => `${from} ${to}`,
  );
  expect(drawn.sort()).toEqual(related.sort());
});

test("every setting is in the README and in .env.example", () => {
  const settings = [
    ...readFileSync("app/db/settings.ts", "utf8").matchAll(/^ {2}([A-Z_]+): optional\(/gm),
  ].map(([, name = ""]) => name);
  expect(settings.length).toBeGreaterThan(8);
  const example = readFileSync(".env.example", "utf8");
  for (const name of settings) {
    expect(readme).toContain(`\`${name}\``);
    expect(example).toMatch(new RegExp(`^${name}=`, "m"));
  }
});

test("what the README links to is there", () => {
  const links = [...readme.matchAll(/\]\(((?!https?:)[^)#]+)\)/g)].map(([, path = ""]) => path);
  expect(links.filter((path) => !existsSync(path))).toEqual([]);
});
