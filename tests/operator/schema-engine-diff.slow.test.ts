import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { PrismaProject } from "./prisma-project.ts";

const TO_SCHEMA = ["--to-schema", "prisma/schema.prisma"];
const FROM_MIGRATIONS = [
  "migrate",
  "diff",
  "--from-migrations",
  "prisma/migrations",
  ...TO_SCHEMA,
  "--exit-code",
];

test.concurrent("the script from nothing to the schema builds it, and no database is made on the way", async () => {
  const project = new PrismaProject();
  project.writePlace("city String?");

  const diff = await project.prisma(["migrate", "diff", "--from-empty", ...TO_SCHEMA, "--script"]);

  expect(diff.exitCode).toBe(0);
  const database = new Database(":memory:");
  database.exec(diff.stdout);
  expect(database.prepare("SELECT name FROM pragma_table_info('Place')").pluck().all()).toEqual([
    "id",
    "name",
    "city",
  ]);
  database.close();
  expect(project.hasDatabase()).toBe(false);
});

test.concurrent("the exit code tells whether migrations and schema agree", async () => {
  const project = new PrismaProject();

  const same = await project.prisma(FROM_MIGRATIONS);
  expect(same.exitCode).toBe(0);
  expect(same.stdout).toContain("No difference detected.");

  project.writePlace("city String?");
  const different = await project.prisma(FROM_MIGRATIONS);
  expect(different.exitCode).toBe(2);
  expect(different.stdout).toContain("[+] Added column `city`");
  expect(project.hasDatabase()).toBe(false);
});

test.concurrent("the difference from the database is told and leaves it as it is", async () => {
  const project = new PrismaProject();
  project.startDatabase();
  project.writePlace("city String?");
  const untouched = project.bytes();

  const diff = await project.prisma([
    "migrate",
    "diff",
    "--from-config-datasource",
    ...TO_SCHEMA,
    "--script",
  ]);

  expect(diff.exitCode).toBe(0);
  expect(diff.stdout).toContain('ALTER TABLE "Place" ADD COLUMN "city" TEXT;');
  expect(project.bytes()).toEqual(untouched);
});

test.concurrent("an address that is no SQLite file is an error, not an empty answer", async () => {
  const project = new PrismaProject();
  const elsewhere = { TEST_URL: "postgres://127.0.0.1:9/elsewhere" };

  const diff = await project.prisma(
    ["migrate", "diff", "--from-config-datasource", ...TO_SCHEMA],
    elsewhere,
  );
  expect(diff.exitCode).toBe(1);
  expect(diff.stderr).toContain('The datasource URL must start with "file:".');

  const deploy = await project.prisma(["migrate", "deploy"], elsewhere);
  expect(deploy.exitCode).toBe(1);
  expect(deploy.stderr).toContain('The datasource URL must start with "file:".');
});
