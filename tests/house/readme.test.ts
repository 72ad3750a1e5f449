import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { expectColumnsOf, expectDiagram } from "./schema-tables.ts";

const readme = readFileSync("README.md", "utf8");

/** The tables that carry the idea; docs/schema.md has all of them. */
const TOLD_IN_FULL = ["places", "cuisines", "place_cuisines", "reviews", "members", "sessions"];

test("the README tells the tables that carry the idea as the database has them", () => {
  for (const table of TOLD_IN_FULL) expectColumnsOf(table, readme);
});

test("the diagram has every table and every relationship", () => {
  expectDiagram(readme, TOLD_IN_FULL);
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
