import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import { closeDatabase } from "#app/db/database.server.ts";
import { forgetSettings } from "#app/db/settings.ts";

/**
 * Points DATABASE_URL at a migrated, empty database of this test file's own. Call it before anything opens the database.
 * @returns the path of the SQLite file
 */
export function openTestDatabase(): string {
  const folder = mkdtempSync(join(tmpdir(), "fork-and-filter-"));
  const file = join(folder, "test.sqlite");
  copyFileSync(inject("migratedDatabase"), file);
  process.env.DATABASE_URL = `file:${file}`;
  forgetSettings();
  afterAll(async () => {
    await closeDatabase();
    rmSync(folder, { recursive: true, force: true });
  });
  return file;
}
