import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import Database from "better-sqlite3";
import { z } from "zod";
import { runOrThrow } from "../scripts/run.ts";
import { fillTables, type Sizes } from "./fill-tables.ts";
import { rebuildDerived } from "./rebuild-derived.ts";

const FOLDER = resolve(import.meta.dirname, ".cache");
const MIGRATIONS = resolve(import.meta.dirname, "../prisma/migrations");
const triggers = z.array(z.object({ name: z.string(), sql: z.string() }));

/** Made once and kept in bench/.cache: write to a copy only. @returns its absolute path */
export async function generateDatabase(sizes: Sizes): Promise<string> {
  const today = `${new Date().toISOString().slice(0, 7)}-01`;
  const file = join(FOLDER, `${sizes.places}-${sizes.reviews}-${hashOfSources(today)}.sqlite`);
  if (existsSync(file)) return file;
  mkdirSync(FOLDER, { recursive: true });
  const part = `${file}.part`;
  for (const old of [part, `${part}-wal`, `${part}-shm`]) rmSync(old, { force: true });
  await runOrThrow("node_modules/prisma/build/index.js", ["migrate", "deploy"], {
    DATABASE_URL: `file:${part}`,
  });
  fillDatabase(part, sizes, today);
  renameSync(part, file);
  return file;
}

/** Fills an empty, migrated file without its triggers, which work row by row; they return at the end. */
export function fillDatabase(file: string, sizes: Sizes, today: string): void {
  const database = new Database(file);
  try {
    for (const pragma of ["journal_mode = WAL", "synchronous = OFF", "cache_size = -400000"]) {
      database.pragma(pragma);
    }
    const dropped = triggers.parse(
      database
        .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY rowid")
        .all(),
    );
    for (const { name } of dropped) database.exec(`DROP TRIGGER "${name}"`);
    fillTables(database, sizes, today);
    database.transaction(() => rebuildDerived(database))();
    for (const { sql } of dropped) database.exec(sql);
    database.pragma("wal_checkpoint(TRUNCATE)");
  } finally {
    database.close();
  }
}

function hashOfSources(today: string): string {
  const sources = [
    ...readdirSync(MIGRATIONS, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".sql"))
      .map((name) => join(MIGRATIONS, name)),
    ...[
      "fill-tables",
      "invent-place",
      "invent-review",
      "random",
      "rebuild-derived",
      "vocabulary",
    ].map((name) => resolve(import.meta.dirname, `${name}.ts`)),
  ].sort();
  const hash = createHash("sha256").update(today);
  for (const source of sources) hash.update(readFileSync(source));
  return hash.digest("hex").slice(0, 12);
}

if (import.meta.main) {
  const number = { type: "string" } as const;
  const { values } = parseArgs({ options: { places: number, reviews: number } });
  const sizes = z.object({
    places: z.coerce.number().int().min(1),
    reviews: z.coerce.number().int().min(0),
  });
  console.log(await generateDatabase(sizes.parse(values)));
}
