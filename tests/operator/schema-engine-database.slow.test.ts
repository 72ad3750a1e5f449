import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PrismaProject } from "./prisma-project.ts";

test.concurrent("pushing the schema makes the tables without a history, and refuses to lose data", async () => {
  const project = new PrismaProject();
  project.writePlace("city String?");

  const push = await project.prisma(["db", "push"]);
  expect(push.stderr).not.toContain("Error");
  expect(push.exitCode).toBe(0);
  expect(project.tables()).toEqual(["Place"]);
  expect(project.columns("Place")).toEqual(["id", "name", "city"]);

  project.execute(`INSERT INTO "Place" ("name", "city") VALUES ('Café', 'London')`);
  project.writePlace();
  const refused = await project.prisma(["db", "push"]);
  expect(refused.exitCode).toBe(1);
  expect(refused.stdout + refused.stderr).toContain("--accept-data-loss");
  expect(project.rows('SELECT "city" FROM "Place"')).toEqual([["London"]]);
});

test.concurrent("pulling prints the schema of the database", async () => {
  const project = new PrismaProject();
  project.startDatabase();
  project.execute('ALTER TABLE "Place" ADD COLUMN "city" TEXT');

  const pull = await project.prisma(["db", "pull", "--print"]);

  expect(pull.exitCode).toBe(0);
  expect(pull.stdout).toMatch(
    /model Place \{\s+id +Int +@id @default\(autoincrement\(\)\)\s+name +String\s+city +String\?/,
  );
});

test.concurrent("pulling from no database says so and makes none", async () => {
  const project = new PrismaProject();

  const pull = await project.prisma(["db", "pull", "--print"]);

  expect(pull.exitCode).toBe(1);
  expect(pull.stderr).toContain("P1003");
  expect(project.hasDatabase()).toBe(false);
});

test.concurrent("executing runs every statement of a file", async () => {
  const project = new PrismaProject();
  project.startDatabase();
  project.write(
    "more.sql",
    `INSERT INTO "Place" ("name") VALUES ('A');\nINSERT INTO "Place" ("name") VALUES ('B');\n`,
  );

  const execute = await project.prisma(["db", "execute", "--file", "more.sql"]);

  expect(execute.exitCode).toBe(0);
  expect(project.rows('SELECT "name" FROM "Place" ORDER BY "id"')).toEqual([
    ["Café"],
    ["A"],
    ["B"],
  ]);
});

test.concurrent("executing standard input tells SQLite's error", async () => {
  const project = new PrismaProject();
  project.startDatabase();

  const execute = await project.prisma(
    ["db", "execute", "--stdin"],
    {},
    `INSERT INTO "Place" ("name") VALUES ('A'); DELETE FROM "Nowhere";`,
  );

  expect(execute.exitCode).toBe(1);
  expect(execute.stderr).toContain("no such table: Nowhere");
  expect(project.rows('SELECT count(*) FROM "Place"')).toEqual([[2]]);
});

test.concurrent("seeding runs the project's seed command", async () => {
  const project = new PrismaProject();
  project.startDatabase();
  project.write(
    "seed.mjs",
    `import Database from "better-sqlite3";
    new Database("app.sqlite").exec("INSERT INTO Place (name) VALUES ('Seeded')");`,
  );

  const seed = await project.prisma(["db", "seed"]);

  expect(seed.exitCode).toBe(0);
  expect(seed.stdout).toContain("The seed command has been executed.");
  expect(project.rows('SELECT "name" FROM "Place" ORDER BY "id"')).toEqual([["Café"], ["Seeded"]]);
});

test.concurrent("generating writes the client and needs no database", async () => {
  const project = new PrismaProject();

  const generate = await project.prisma(["generate"]);

  expect(generate.exitCode).toBe(0);
  expect(existsSync(join(project.folder, "generated/client.ts"))).toBe(true);
  expect(existsSync(join(project.folder, "generated/models/Place.ts"))).toBe(true);
  expect(project.hasDatabase()).toBe(false);
});
