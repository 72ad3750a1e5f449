import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import Database from "better-sqlite3";
import { afterAll, vi } from "vitest";

export const ROOT = resolve(import.meta.dirname, "../..");
export const ENGINE = join(ROOT, "prisma/schema-engine/main.js");
const CLI = join(ROOT, "node_modules/prisma/build/index.js");

const CONFIG = `import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations", seed: "node seed.mjs" },
  datasource: { url: process.env.TEST_URL ?? "file:./app.sqlite" },
});
`;

const SCHEMA_HEAD = `generator client {
  provider            = "prisma-client"
  output              = "../generated"
  importFileExtension = "ts"
}

datasource db {
  provider = "sqlite"
}
`;

const HISTORY = `CREATE TABLE "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "checksum" TEXT NOT NULL,
  "finished_at" DATETIME,
  "migration_name" TEXT NOT NULL,
  "logs" TEXT,
  "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

/** The migration that every project starts with. */
export const FIRST = "20260101000000_first";

const folders = mkdtempSync(join(tmpdir(), "schema-engine-"));
afterAll(() => rmSync(folders, { recursive: true, force: true }));

// The tests mostly wait for the CLI, over a second each time.
vi.setConfig({ testTimeout: 120_000, maxConcurrency: 2 });

type Outcome = { exitCode: number | null; stdout: string; stderr: string };
type Surroundings = { cwd: string; env?: NodeJS.ProcessEnv; input?: string };

/**
 * Runs the Prisma CLI with only `input` on standard input, no network, and PATH alone as environment: the CLI reads
 * more than a dozen variables (CI, agents, npm).
 */
export function runPrisma(args: string[], { cwd, env, input }: Surroundings): Promise<Outcome> {
  return runNode([CLI, ...args], { cwd, env, input });
}

/** Runs node in the same surroundings as runPrisma. */
export function runNode(args: string[], { cwd, env, input = "" }: Surroundings): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const environment = {
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    HOME: folders,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
    NO_COLOR: "1",
    CHECKPOINT_DISABLE: "1",
    HTTP_PROXY: "http://127.0.0.1:9",
    HTTPS_PROXY: "http://127.0.0.1:9",
    ...env,
  };
  const options = { cwd, env: environment, timeout: 60_000 };
  const child = execFile(process.execPath, args, options, (_error, stdout, stderr) =>
    resolve({ exitCode: child.exitCode, stdout, stderr }),
  );
  child.stdin?.end(input);
  return promise;
}

/** Removed when the test file is done. */
export function temporaryFolder(): string {
  return mkdtempSync(join(folders, "test-"));
}

/** A project in a folder of its own, with the model Place and one migration. */
export class PrismaProject {
  readonly folder = temporaryFolder();
  readonly database = join(this.folder, "app.sqlite");

  constructor() {
    symlinkSync(join(ROOT, "node_modules"), join(this.folder, "node_modules"));
    this.write("prisma.config.ts", CONFIG);
    this.write("prisma/migrations/migration_lock.toml", 'provider = "sqlite"\n');
    this.writePlace();
    this.writeMigration(
      FIRST,
      'CREATE TABLE "Place" (\n    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,\n    "name" TEXT NOT NULL\n);\n',
    );
  }

  prisma(args: string[], env?: NodeJS.ProcessEnv, input?: string): Promise<Outcome> {
    return runPrisma(args, {
      cwd: this.folder,
      env: { PRISMA_SCHEMA_ENGINE_BINARY: ENGINE, ...env },
      input,
    });
  }

  write(path: string, text: string): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Sets the model's fields beside id and name. */
  writePlace(...fields: string[]): void {
    const lines = ["id Int @id @default(autoincrement())", "name String", ...fields];
    this.write("prisma/schema.prisma", `${SCHEMA_HEAD}\nmodel Place {\n${lines.join("\n")}\n}\n`);
  }

  writeMigration(name: string, sql: string): void {
    this.write(`prisma/migrations/${name}/migration.sql`, sql);
  }

  migrations(): string[] {
    return readdirSync(join(this.folder, "prisma/migrations"))
      .filter((name) => name !== "migration_lock.toml")
      .sort();
  }

  migrationSql(name: string): string {
    return readFileSync(join(this.folder, "prisma/migrations", name, "migration.sql"), "utf8");
  }

  /** Applies the migrations without the slow CLI, and adds a place. */
  startDatabase(): void {
    this.execute(HISTORY);
    for (const name of this.migrations()) {
      this.execute(this.migrationSql(name));
      this.record(name, "2026-01-01T00:00:00.000+00:00");
    }
    this.execute(`INSERT INTO "Place" ("name") VALUES ('Café')`);
  }

  /** Adds a migration to the history; finishedAt null means not finished. */
  record(name: string, finishedAt: string | null): void {
    const checksum = createHash("sha256").update(this.migrationSql(name)).digest("hex");
    const finished = finishedAt === null ? "NULL" : `'${finishedAt}'`;
    this.execute(`INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "started_at", "finished_at")
      VALUES ('${name}', '${checksum}', '${name}', '2026-01-01T00:00:00.000+00:00', ${finished})`);
  }

  execute(sql: string): void {
    const database = new Database(this.database);
    database.exec(sql);
    database.close();
  }

  rows(sql: string): unknown[] {
    const database = new Database(this.database, { fileMustExist: true });
    const rows = database.prepare(sql).raw().all();
    database.close();
    return rows;
  }

  /** Sorted, without SQLite's own. */
  tables(): unknown[] {
    return this.rows(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY 1",
    ).flat();
  }

  columns(table: string): unknown[] {
    return this.rows(`SELECT name FROM pragma_table_info('${table}')`).flat();
  }

  /** Applied and not rolled back. */
  applied(): unknown[] {
    return this.rows(`SELECT "migration_name" FROM "_prisma_migrations"
      WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL ORDER BY "started_at"`).flat();
  }

  hasDatabase(): boolean {
    return existsSync(this.database);
  }

  bytes(): Buffer {
    return readFileSync(this.database);
  }

  /** Such as SQLite's journal. */
  filesBesideDatabase(): string[] {
    return readdirSync(this.folder).filter((name) => name.startsWith("app.sqlite-"));
  }
}
