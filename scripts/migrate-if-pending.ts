import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { z } from "zod";
import { copyDatabase } from "./copy-database.ts";
import { runOrThrow } from "./run.ts";

const MIGRATIONS = "prisma/migrations";

const appliedSchema = z.array(z.object({ migration_name: z.string() }));

/**
 * Applies pending migrations after a snapshot beside the file. Quick when there are none.
 * @param file path of the SQLite file, which is created if missing
 */
export async function migrateIfPending(file: string): Promise<void> {
  const pending = findPending(file);
  if (pending.length === 0) return;
  mkdirSync(dirname(file), { recursive: true });
  const copy = `${file}.before-${pending[0]}`;
  if (existsSync(file) && !existsSync(copy)) copyDatabase(file, copy);
  await runOrThrow("node_modules/prisma/build/index.js", ["migrate", "deploy"]);
}

function findPending(file: string): string[] {
  const all = readdirSync(MIGRATIONS, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const applied = new Set(existsSync(file) ? findApplied(file) : []);
  return all
    .map((entry) => entry.name)
    .filter((name) => !applied.has(name))
    .sort();
}

function findApplied(file: string): string[] {
  const database = new Database(file, { readonly: true });
  try {
    const history = database
      .prepare("SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'")
      .get();
    if (!history) return [];
    const finished = "finished_at IS NOT NULL AND rolled_back_at IS NULL";
    const rows = database
      .prepare(`SELECT migration_name FROM _prisma_migrations WHERE ${finished}`)
      .all();
    return appliedSchema.parse(rows).map((row) => row.migration_name);
  } finally {
    database.close();
  }
}
