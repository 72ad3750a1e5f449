import { copyFileSync, existsSync } from "node:fs";
import Database from "better-sqlite3";
import { checkWhole, forgetMark } from "./copy-database.ts";
import { keepPrivate, removeDatabase } from "./database-files.ts";
import { appliedMigrations, knownMigrations } from "./migration-history.ts";

/** Its message is for the operator. */
export class RestoreError extends Error {}

const ITS_TABLES = ["members", "places", "reviews"];

/**
 * Copies what may be a copy of the site's database to a file of its own, with the log beside it, and sees whether it can be
 * restored. Throws RestoreError, and leaves no file then.
 */
export function takeCopy(source: string, target: string): void {
  if (!existsSync(source)) throw new RestoreError(`There is no file ${source}.`);
  removeDatabase(target);
  try {
    copyFileSync(source, target);
    keepPrivate(target);
    if (existsSync(`${source}-wal`)) copyFileSync(`${source}-wal`, `${target}-wal`);
    checkTaken(source, target);
  } catch (error) {
    removeDatabase(target);
    if (error instanceof RestoreError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new RestoreError(`${source} cannot be restored: ${reason}.`, { cause: error });
  }
}

function checkTaken(source: string, target: string): void {
  const database = openAsOneFile(source, target);
  try {
    const applied = appliedMigrations(database).map(({ name }) => name);
    const tables = database
      .prepare("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN (?, ?, ?)")
      .pluck()
      .get(ITS_TABLES);
    if (applied.length === 0 || tables !== ITS_TABLES.length) {
      throw new RestoreError(`${source} is no database of this site.`);
    }
    const known = knownMigrations();
    const newer = applied.filter((name) => !known.includes(name));
    if (newer.length > 0) {
      throw new RestoreError(
        `${source} comes from a newer release, with ${newer.join(", ")}: deploy that release first.`,
      );
    }
  } finally {
    database.close();
  }
  forgetMark(target);
  checkWhole(target);
}

function openAsOneFile(source: string, target: string): Database.Database {
  try {
    const database = new Database(target, { fileMustExist: true });
    database.pragma("journal_mode = DELETE");
    return database;
  } catch (error) {
    throw new RestoreError(`${source} is no database, or is damaged.`, { cause: error });
  }
}
