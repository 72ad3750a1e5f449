import Database from "better-sqlite3";
import { databasePath, databaseUrl } from "../app/db/settings.ts";
import { migrateIfPending } from "./migrate-if-pending.ts";
import { runOrThrow } from "./run.ts";

/** Migrates the database, and fills it with the demo when nothing was ever in it. */
export async function prepareEmbeddedDatabase(): Promise<void> {
  // The scripts that this one runs find the same file, wherever they look from.
  process.env.DATABASE_URL = databaseUrl();
  await migrateIfPending(databasePath());
  if (isUnused(databasePath())) await runOrThrow("prisma/seed.ts", []);
}

function isUnused(file: string): boolean {
  const database = new Database(file, { readonly: true });
  try {
    const used = "SELECT EXISTS (SELECT 1 FROM members) OR EXISTS (SELECT 1 FROM seed_records)";
    return database.prepare(used).pluck().get() === 0;
  } finally {
    database.close();
  }
}
