import Database from "better-sqlite3";
import { databasePath, databaseUrl } from "../app/db/settings.ts";
import { DEMO_IS_COMPLETE } from "../prisma/seed-demo.ts";
import { prepareDatabase } from "./prepare-database.ts";
import { runOrThrow } from "./run.ts";

/**
 * Migrates the database, and seeds it unless a complete seed or other content is there. Throws PreparationError.
 * @returns variables for the site
 */
export async function prepareEmbeddedDatabase(): Promise<Record<string, string>> {
  // Absolute, for the scripts that this one starts.
  process.env.DATABASE_URL = databaseUrl();
  const { file, stoppedBy } = await prepareDatabase(databasePath());
  if (stoppedBy) return { DATABASE_URL: `file:${file}`, POSTING_STOPPED_BY: stoppedBy };
  if (wantsDemo(databasePath())) await runOrThrow("prisma/seed.ts", []);
  return {};
}

function wantsDemo(file: string): boolean {
  const database = new Database(file, { readonly: true });
  try {
    const isUnused =
      "NOT EXISTS (SELECT 1 FROM members) AND NOT EXISTS (SELECT 1 FROM seed_records)";
    const isCutOff =
      "EXISTS (SELECT 1 FROM seed_records) AND NOT EXISTS (SELECT 1 FROM seed_records WHERE key = ?)";
    return (
      database.prepare(`SELECT (${isUnused}) OR (${isCutOff})`).pluck().get(DEMO_IS_COMPLETE) === 1
    );
  } finally {
    database.close();
  }
}
