import { existsSync, renameSync, rmSync } from "node:fs";
import Database from "better-sqlite3";

/**
 * Writes a consistent copy of a database, also while others write to it. A database without tables is not copied.
 * @param file path of the SQLite file @param copy path of the copy, where there must be no file yet
 * Throws when there is one, or the database cannot be read.
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
    // What a full disk cuts off must not pass for a copy.
    const part = `${copy}.part`;
    rmSync(part, { force: true });
    database.prepare("VACUUM INTO ?").run(part);
    renameSync(part, copy);
    return true;
  } finally {
    database.close();
  }
}
