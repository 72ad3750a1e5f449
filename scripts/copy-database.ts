import Database from "better-sqlite3";

/**
 * Writes a consistent copy of a database, also while others write to it. A database without tables is not copied.
 * @param file path of the SQLite file @param copy path of the copy, where there must be no file yet
 * @returns whether there was anything to copy
 */
export function copyDatabase(file: string, copy: string): boolean {
  const database = new Database(file, { fileMustExist: true });
  try {
    const tables = database.prepare("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table'").pluck().get();
    if (tables === 0) return false;
    database.prepare("VACUUM INTO ?").run(copy);
    return true;
  } finally {
    database.close();
  }
}
