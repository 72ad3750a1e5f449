import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { expect, test } from "vitest";
import {
  expectColumnsOf,
  expectDiagram,
  foreignKeysOf,
  tableAfter,
  tables,
  viewsAndSearches,
} from "./schema-tables.ts";

const PATH = "docs/schema.md";
const schema = readFileSync(PATH, "utf8");

test("docs/schema.md has a table for each table of the database, and no other", () => {
  const headings = [...schema.matchAll(/^### `(\w+)`$/gm)].map(([, name = ""]) => name);
  expect(headings.sort()).toEqual(tables());
});

test("each of them has the database's columns, types, keys and what may be empty", () => {
  for (const table of tables()) expectColumnsOf(table, schema);
});

test("every view and every table of the full-text search is told, and no other", () => {
  const told = tableAfter(schema, "## Views and full-text search").map(([name]) => name);
  expect(told.sort()).toEqual(
    viewsAndSearches()
      .map((name) => `\`${name}\``)
      .sort(),
  );
});

test("each foreign key is explained, with what happens on a deletion", () => {
  const words: Record<string, RegExp> = {
    CASCADE: /go too$|goes too$/,
    "SET NULL": /^becomes empty$/,
    RESTRICT: /^refused$/,
  };
  const explained = new Map(
    tableAfter(schema, "## Relationships").map(([key = "", onDelete = ""]) => [key, onDelete]),
  );
  const keys = tables().flatMap((table) =>
    foreignKeysOf(table).map(({ from, parent, to, onDelete }) => ({
      name: `${table}.${from} → ${parent}.${to}`,
      onDelete,
    })),
  );
  expect([...explained.keys()].sort()).toEqual(keys.map(({ name }) => name).sort());
  for (const { name, onDelete } of keys) {
    expect(explained.get(name), name).toMatch(words[onDelete] ?? /nothing/);
  }
});

test("the diagram has every table and every relationship", () => {
  expectDiagram(schema);
});

test("what it links to is there", () => {
  const links = [...schema.matchAll(/\]\(((?!https?:)[^)#]+)\)/g)].map(([, path = ""]) => path);
  expect(links.filter((path) => !existsSync(resolve(dirname(PATH), path)))).toEqual([]);
});
