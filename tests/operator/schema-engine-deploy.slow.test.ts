import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { FIRST, PrismaProject } from "./prisma-project.ts";

const SECOND = "20260102000000_second";
const ADD_CITY = 'ALTER TABLE "Place" ADD COLUMN "city" TEXT;\n';

// First, since it mostly waits: SQLite waits five seconds for a lock.
test.concurrent("deploying while the site has the database open says that it is locked and changes nothing", async () => {
  const project = new PrismaProject();
  project.startDatabase();
  project.writeMigration(SECOND, ADD_CITY);
  const site = new Database(project.database);
  site.pragma("journal_mode = WAL");
  site.prepare('SELECT * FROM "Place"').all();

  const deploy = await project.prisma(["migrate", "deploy"]);
  site.close();

  expect(deploy.exitCode).toBe(1);
  expect(deploy.stderr).toContain("database is locked");
  expect(project.applied()).toEqual([FIRST]);
  expect(project.columns("Place")).toEqual(["id", "name"]);
});

test.concurrent("deploying makes the database and applies every migration, once", async () => {
  const project = new PrismaProject();
  project.writeMigration(SECOND, ADD_CITY);

  const before = await project.prisma(["migrate", "status"]);
  expect(before.exitCode).toBe(1);
  expect(before.stderr).toContain("P1003");
  expect(project.hasDatabase()).toBe(false);

  const deploy = await project.prisma(["migrate", "deploy"]);
  expect(deploy.stderr).not.toContain("Error");
  expect(deploy.exitCode).toBe(0);
  expect(deploy.stdout).toContain("All migrations have been successfully applied.");
  expect(project.applied()).toEqual([FIRST, SECOND]);
  expect(project.columns("Place")).toEqual(["id", "name", "city"]);

  const again = await project.prisma(["migrate", "deploy"]);
  expect(again.exitCode).toBe(0);
  expect(again.stdout).toContain("No pending migrations to apply.");

  const after = await project.prisma(["migrate", "status"]);
  expect(after.exitCode).toBe(0);
  expect(after.stdout).toContain("Database schema is up to date!");
});

test.concurrent("the status names the migration that is pending", async () => {
  const project = new PrismaProject();
  project.startDatabase();
  project.writeMigration(SECOND, ADD_CITY);

  const status = await project.prisma(["migrate", "status"]);

  expect(status.exitCode).toBe(1);
  expect(status.stdout).toContain(`Following migration have not yet been applied:\n${SECOND}\n`);
  expect(project.applied()).toEqual([FIRST]);
});

test.concurrent("asking for the status of an empty database writes nothing into it", async () => {
  const project = new PrismaProject();
  project.write("app.sqlite", "");

  const status = await project.prisma(["migrate", "status"]);

  expect(status.exitCode).toBe(1);
  expect(status.stdout).toContain(FIRST);
  expect(project.bytes()).toHaveLength(0);
});

test.concurrent("a failing migration shows SQLite's error, blocks the next, and deploys once it is rolled back and mended", async () => {
  const project = new PrismaProject();
  project.startDatabase();
  project.writeMigration(SECOND, `${ADD_CITY}INSERT INTO "Nowhere" VALUES (1);\n`);

  const failure = await project.prisma(["migrate", "deploy"]);
  expect(failure.exitCode).toBe(1);
  expect(failure.stderr).toContain("P3018");
  expect(failure.stderr).toContain(`Migration name: ${SECOND}`);
  expect(failure.stderr).toContain("Database error code: SQLITE_ERROR");
  expect(failure.stderr).toContain("no such table: Nowhere");
  expect(
    project.rows(`SELECT "logs" FROM "_prisma_migrations" WHERE "finished_at" IS NULL`),
  ).toEqual([[expect.stringContaining("no such table: Nowhere")]]);

  const blocked = await project.prisma(["migrate", "deploy"]);
  expect(blocked.exitCode).toBe(1);
  expect(blocked.stderr).toContain("P3009");
  expect(blocked.stderr).toContain(SECOND);

  const resolve = await project.prisma(["migrate", "resolve", "--rolled-back", SECOND]);
  expect(resolve.exitCode).toBe(0);
  project.execute('ALTER TABLE "Place" DROP COLUMN "city"');
  project.writeMigration(SECOND, ADD_CITY);

  const mended = await project.prisma(["migrate", "deploy"]);
  expect(mended.exitCode).toBe(0);
  expect(project.applied()).toEqual([FIRST, SECOND]);
  expect(project.rows('SELECT "name", "city" FROM "Place"')).toEqual([["Café", null]]);
});

test.concurrent("a failed migration that was finished by hand can be resolved as applied", async () => {
  const project = new PrismaProject();
  project.startDatabase();
  project.writeMigration(SECOND, ADD_CITY);
  project.record(SECOND, null);
  project.execute(ADD_CITY);

  const resolve = await project.prisma(["migrate", "resolve", "--applied", SECOND]);
  expect(resolve.exitCode).toBe(0);
  expect(resolve.stdout).toContain(`Migration ${SECOND} marked as applied.`);
  expect(project.applied()).toEqual([FIRST, SECOND]);

  const deploy = await project.prisma(["migrate", "deploy"]);
  expect(deploy.exitCode).toBe(0);
  expect(deploy.stdout).toContain("No pending migrations to apply.");
});

test.concurrent("a database that was not made by migrations is left alone until it is baselined", async () => {
  const project = new PrismaProject();
  project.execute(`${project.migrationSql(FIRST)}; INSERT INTO "Place" ("name") VALUES ('Old')`);
  const untouched = project.bytes();

  const refused = await project.prisma(["migrate", "deploy"]);
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toContain("P3005");
  expect(project.bytes()).toEqual(untouched);

  const status = await project.prisma(["migrate", "status"]);
  expect(status.exitCode).toBe(1);
  expect(status.stdout).toContain(FIRST);
  expect(project.bytes()).toEqual(untouched);

  const unknown = await project.prisma(["migrate", "resolve", "--applied", "no_such_migration"]);
  expect(unknown.exitCode).toBe(1);
  expect(unknown.stderr).toContain("P3017");
  expect(project.bytes()).toEqual(untouched);

  const baseline = await project.prisma(["migrate", "resolve", "--applied", FIRST]);
  expect(baseline.stderr).not.toContain("Error");
  expect(baseline.exitCode).toBe(0);
  expect(project.applied()).toEqual([FIRST]);
  expect(project.rows('SELECT "name" FROM "Place"')).toEqual([["Old"]]);
});
