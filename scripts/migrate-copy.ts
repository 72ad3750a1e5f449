import { existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import Database from "better-sqlite3";
import { checkWhole } from "./copy-database.ts";
import {
  databaseBytes,
  freeBytes,
  inMegabytes,
  keepPrivate,
  makePrivateFile,
  removeDatabase,
  syncToDisk,
} from "./database-files.ts";
import { appliedMigrations, knownMigrations } from "./migration-history.ts";
import { runOrThrow } from "./run.ts";

/** Its message tells visitors and the operator what is missing. */
export class PreparationError extends Error {}

const SNAPSHOTS_KEPT = 3;
// Bytes beside the copy and its journal.
const SPARE = 8_000_000;
// Milliseconds.
const PATIENCE = 10_000;

/**
 * Applies pending migrations to a copy, which takes the database's place once it is whole: whatever happens before that,
 * the database is as it was. What it was before is kept as a snapshot.
 * Throws PreparationError.
 */
export async function migrateOnCopy(file: string): Promise<void> {
  const pending = findPending(file);
  const [first] = pending;
  if (first === undefined) return;
  mkdirSync(dirname(file), { recursive: true });
  const copy = `${file}.migrating`;
  const isNew = !existsSync(file);
  const original = isNew ? undefined : openAlone(file);
  try {
    removeDatabase(copy);
    if (original) {
      refuseWithoutSpace(file);
      makePrivateFile(copy);
      original.prepare("VACUUM INTO ?").run(copy);
    }
    await runOrThrow("node_modules/prisma/build/index.js", ["migrate", "deploy"], {
      DATABASE_URL: `file:${copy}`,
    });
    checkWhole(copy);
    keepPrivate(copy);
    syncToDisk(copy);
    if (original) keepSnapshot(file, first);
    renameSync(copy, file);
    syncToDisk(file);
    console.error(
      isNew ? `There was no database: made a new database, ${file}.` : `Migrated ${file}.`,
    );
  } catch (error) {
    removeDatabase(copy);
    throw new PreparationError(explain(error, file, pending), { cause: error });
  } finally {
    original?.close();
  }
}

/** Says so when the database comes from a newer release. */
function findPending(file: string): string[] {
  const known = knownMigrations();
  const applied = existsSync(file) ? readApplied(file) : [];
  const newer = applied.filter((name) => !known.includes(name));
  if (newer.length > 0) {
    console.error(
      `Warning: a newer release has migrated the database (${newer.join(", ")}). ` +
        "This release serves it, and knows nothing of what was added.",
    );
  }
  return known.filter((name) => !applied.includes(name));
}

function readApplied(file: string): string[] {
  try {
    // A database that was not closed needs its log, which a read-only connection cannot take up.
    const database = new Database(file, { timeout: PATIENCE });
    try {
      return appliedMigrations(database).map(({ name }) => name);
    } finally {
      database.close();
    }
  } catch (error) {
    throw new PreparationError(explain(error, file, []), { cause: error });
  }
}

/** Nobody else can read or write until it is closed. All that was written is in the file itself then, with nothing beside it. */
function openAlone(file: string): Database.Database {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { fileMustExist: true, timeout: PATIENCE });
    database.pragma("locking_mode = EXCLUSIVE");
    database.pragma("journal_mode = DELETE");
    database.exec("BEGIN EXCLUSIVE; COMMIT");
    return database;
  } catch (error) {
    database?.close();
    throw new PreparationError(explain(error, file, []), { cause: error });
  }
}

function refuseWithoutSpace(file: string): void {
  const needed = 2 * databaseBytes(file) + SPARE;
  const free = freeBytes(dirname(file));
  if (free >= needed) return;
  throw new PreparationError(
    `The disk is too full to update the database: ${inMegabytes(free)} are free in ${dirname(file)}, and ${inMegabytes(needed)} are needed.`,
  );
}

/** A second name for the file, which takes no space. */
function keepSnapshot(file: string, migration: string): void {
  const snapshots = listSnapshots(file);
  const number = (snapshots[0]?.number ?? 0) + 1;
  keepPrivate(file);
  linkSync(file, `${file}.before-${number}-${migration}`);
  for (const { path } of snapshots.slice(SNAPSHOTS_KEPT - 1)) rmSync(path, { force: true });
}

/** Newest first. */
function listSnapshots(file: string): { number: number; path: string }[] {
  const start = `${basename(file)}.before-`;
  return readdirSync(dirname(file))
    .filter((name) => name.startsWith(start))
    .flatMap((name) => {
      const [, number] = /^(\d{1,6})-/.exec(name.slice(start.length)) ?? [];
      return number === undefined
        ? []
        : [{ number: Number(number), path: join(dirname(file), name) }];
    })
    .sort((one, other) => other.number - one.number);
}

function explain(error: unknown, file: string, pending: string[]): string {
  if (error instanceof PreparationError) return error.message;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = error instanceof Error ? error.message : String(error);
  if (/^(SQLITE_BUSY|SQLITE_LOCKED)/.test(code)) {
    return `Another program has ${file} open, so it cannot be updated. End it, then restart.`;
  }
  if (code.startsWith("SQLITE_FULL") || code === "ENOSPC") {
    return `The disk is too full to update the database in ${dirname(file)}.`;
  }
  if (code.startsWith("SQLITE_READONLY") || code === "EROFS" || code === "EACCES") {
    return `The disk is read-only: ${dirname(file)} cannot be written.`;
  }
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) {
    return `${file} is damaged, or is no database (${reason}). Restore a copy.`;
  }
  if (pending.length === 0) return `${file} cannot be opened (${reason}).`;
  return `The update ${pending.join(", ")} could not be applied to the database, which is as it was. Go back to the release before, or deploy one that mends it.`;
}
