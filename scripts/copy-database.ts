import { existsSync, renameSync, rmSync } from "node:fs";
import Database from "better-sqlite3";

/**
 * Writes a consistent copy, even while others write. A database without tables is not copied.
 * Throws when the copy exists already, or the database cannot be read.
 * @returns whether there was anything to copy
 */
export function copyDatabase(file: string, copy: string): boolean {
  if (existsSync(copy)) throw new Error("there is a file of that name already");
  const database = new Database(file, { fileMustExist: true });
  try {
    const tables = database
      .prepare("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table'")
      .pluck()
      .get();
    if (tables === 0) return false;
    // So that a copy cut off by a full disk is never taken for a whole one.
    const part = `${copy}.part`;
    rmSync(part, { force: true });
    database.prepare("VACUUM INTO ?").run(part);
    renameSync(part, copy);
    return true;
  } finally {
    database.close();
  }
}
