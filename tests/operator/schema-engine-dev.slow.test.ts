import { expect, test } from "vitest";
import { FIRST, PrismaProject } from "./prisma-project.ts";

test.concurrent("developing on no database applies the migrations there are and writes the next", async () => {
  const project = new PrismaProject();
  project.writePlace("city String?");

  const dev = await project.prisma(["migrate", "dev", "--name", "second"]);

  expect(dev.stderr).not.toContain("Error");
  expect(dev.exitCode).toBe(0);
  expect(project.migrations()).toEqual([FIRST, expect.stringMatching(/^\d{14}_second$/)]);
  expect(project.applied()).toEqual(project.migrations());
  expect(project.columns("Place")).toEqual(["id", "name", "city"]);
});

test.concurrent("a second and a third migration keep the data, and one that is only created is not applied", async () => {
  const project = new PrismaProject();
  project.startDatabase();

  project.writePlace("city String?");
  const second = await project.prisma(["migrate", "dev", "--name", "second"]);
  expect(second.exitCode).toBe(0);
  expect(project.applied()).toEqual([FIRST, expect.stringMatching(/_second$/)]);

  // A required column makes Prisma copy the table into a new one.
  project.writePlace("city String?", "seats Int @default(4)", "@@index([city])");
  const third = await project.prisma(["migrate", "dev", "--name", "third"]);
  expect(third.exitCode).toBe(0);
  expect(project.applied()).toEqual([
    FIRST,
    expect.stringMatching(/_second$/),
    expect.stringMatching(/_third$/),
  ]);
  expect(project.rows('SELECT "name", "city", "seats" FROM "Place"')).toEqual([["Café", null, 4]]);

  project.writePlace("city String?", "seats Int @default(4)", "note String?", "@@index([city])");
  const fourth = await project.prisma(["migrate", "dev", "--create-only", "--name", "fourth"]);
  expect(fourth.exitCode).toBe(0);
  const created = project.migrations().at(-1) ?? "";
  expect(created).toMatch(/_fourth$/);
  expect(project.migrationSql(created)).toContain('ADD COLUMN "note" TEXT');
  expect(project.applied()).toHaveLength(3);
  expect(project.columns("Place")).toEqual(["id", "name", "city", "seats"]);
});

test.concurrent("an edited migration that was applied asks for a reset and changes nothing", async () => {
  const project = new PrismaProject();
  project.startDatabase();
  project.writeMigration(FIRST, `${project.migrationSql(FIRST)}-- edited\n`);
  project.writePlace("city String?");
  const untouched = project.bytes();

  const dev = await project.prisma(["migrate", "dev", "--name", "second"]);

  expect(dev.exitCode).not.toBe(0);
  expect(dev.stdout).toContain(`The migration \`${FIRST}\` was modified after it was applied.`);
  expect(dev.stdout).toContain("prisma migrate reset");
  expect(project.bytes()).toEqual(untouched);
  expect(project.migrations()).toEqual([FIRST]);
});

test.concurrent("a database with tables that no migration made asks for a reset and stays as it is", async () => {
  const project = new PrismaProject();
  project.execute('CREATE TABLE "Elsewhere" ("id" INTEGER)');
  const untouched = project.bytes();

  const dev = await project.prisma(["migrate", "dev", "--name", "second"]);

  expect(dev.exitCode).not.toBe(0);
  expect(dev.stdout).toContain("Drift detected");
  expect(dev.stdout).toContain("- Elsewhere");
  expect(project.bytes()).toEqual(untouched);
});

test.concurrent("a change that would lose data is warned of and not made", async () => {
  const project = new PrismaProject();
  project.writePlace();
  project.writeMigration(
    FIRST,
    'CREATE TABLE "Place" ("id" INTEGER PRIMARY KEY, "name" TEXT NOT NULL, "city" TEXT);\n',
  );
  project.startDatabase();
  project.execute(`UPDATE "Place" SET "city" = 'London'`);
  const untouched = project.bytes();

  const dev = await project.prisma(["migrate", "dev", "--name", "second"]);

  expect(dev.exitCode).toBe(1);
  expect(dev.stdout).toContain(
    "drop the column `city` on the `Place` table, which still contains 1 non-null values",
  );
  expect(project.bytes()).toEqual(untouched);
  expect(project.migrations()).toEqual([FIRST]);
});

test.concurrent("a migration that fails on the shadow database is named, with SQLite's error", async () => {
  const project = new PrismaProject();
  project.startDatabase();
  project.writeMigration("20260102000000_broken", 'DROP TABLE "Nowhere";\n');

  const dev = await project.prisma(["migrate", "dev", "--name", "third"]);

  expect(dev.exitCode).toBe(1);
  expect(dev.stderr).toContain("P3006");
  expect(dev.stderr).toContain("20260102000000_broken");
  expect(dev.stderr).toContain("no such table: Nowhere");
  expect(project.applied()).toEqual([FIRST]);
});

test.concurrent("resetting leaves an empty, migrated database and no journal beside it", async () => {
  const project = new PrismaProject();
  project.startDatabase();
  project.execute('PRAGMA journal_mode = WAL; CREATE TABLE "Elsewhere" ("id" INTEGER)');

  const reset = await project.prisma(["migrate", "reset", "--force"]);

  expect(reset.stderr).not.toContain("Error");
  expect(reset.exitCode).toBe(0);
  expect(project.filesBesideDatabase()).toEqual([]);
  expect(project.tables()).toEqual(["Place", "_prisma_migrations"]);
  expect(project.rows('SELECT * FROM "Place"')).toEqual([]);
  expect(project.applied()).toEqual([FIRST]);
});
