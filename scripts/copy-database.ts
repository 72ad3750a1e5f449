import { existsSync, mkdirSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import {
  databaseBytes,
  freeBytes,
  inMegabytes,
  makePrivateFile,
  removeDatabase,
  syncToDisk,
} from "./database-files.ts";

// Bytes that stay free for the site itself.
const SPARE = 8_000_000;

/**
 * Writes a consistent copy, even while others write, and opens it to see that it is whole. A database without tables is
 * not copied. Whatever goes wrong, no part of a copy stays.
 * Throws when the copy exists already, the disk is short, or the database cannot be read.
 * @returns whether there was anything to copy
 */
export function copyDatabase(file: string, copy: string): boolean {
  if (existsSync(copy)) throw new Error("there is a file of that name already");
  mkdirSync(dirname(copy), { recursive: true });
  refuseWithoutSpace(file, dirname(copy));
  const part = `${copy}.part`;
  const database = new Database(file, { fileMustExist: true });
  try {
    const tables = database
      .prepare("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table'")
      .pluck()
      .get();
    if (tables === 0) return false;
    removeDatabase(part);
    makePrivateFile(part);
    database.prepare("VACUUM INTO ?").run(part);
    forgetMark(part);
    checkWhole(part);
    syncToDisk(part);
    renameSync(part, copy);
    syncToDisk(copy);
    return true;
  } finally {
    database.close();
    removeDatabase(part);
  }
}

/** So that the site notices, should somebody copy it over the database while the site runs. */
export function forgetMark(file: string): void {
  const database = new Database(file, { fileMustExist: true });
  try {
    database.pragma("user_version = 0");
  } finally {
    database.close();
  }
}

function refuseWithoutSpace(file: string, folder: string): void {
  const needed = databaseBytes(file) + SPARE;
  const free = freeBytes(folder);
  if (free >= needed) return;
  throw new Error(
    `the disk is short: ${inMegabytes(free)} are free in ${folder}, and ${inMegabytes(needed)} are needed`,
  );
}

/** Throws unless the file is a whole database in which no row names another that does not exist. */
export function checkWhole(file: string): void {
  const database = new Database(file, { fileMustExist: true });
  try {
    const integrity = database.pragma("integrity_check", { simple: true });
    if (integrity !== "ok") throw new Error(`it is damaged: ${integrity}`);
    if (database.prepare("SELECT 1 FROM pragma_foreign_key_check LIMIT 1").get()) {
      throw new Error("it is damaged: rows name others that do not exist");
    }
  } finally {
    database.close();
  }
}
