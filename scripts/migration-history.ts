import { readdirSync } from "node:fs";
import type Database from "better-sqlite3";
import { z } from "zod";

const appliedSchema = z.array(z.object({ id: z.string(), migration_name: z.string() }));

/** Every migration that this release has, in order. */
export function knownMigrations(): string[] {
  return readdirSync("prisma/migrations", { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** In order, with Prisma's random id of each, which no two databases share. */
export function appliedMigrations(database: Database.Database): { id: string; name: string }[] {
  const history = database
    .prepare("SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'")
    .get();
  if (!history) return [];
  const rows = database
    .prepare(
      `SELECT id, migration_name FROM _prisma_migrations
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
    )
    .all();
  return appliedSchema.parse(rows).map(({ id, migration_name: name }) => ({ id, name }));
}
