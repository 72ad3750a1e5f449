import { accessSync, constants, copyFileSync, existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { freeBytes, keepPrivate } from "./database-files.ts";

export type DiskTrouble = "disk-full" | "disk-read-only";

// Bytes that SQLite needs beside a database to open it.
const TO_OPEN = 500_000;

/**
 * On a disk that takes nothing more SQLite cannot even open a database that was closed. Then it is copied to the machine's
 * temporary folder, to be read there. Undefined when it can be opened where it is.
 */
export function copyForReading(file: string): { file: string; stoppedBy: DiskTrouble } | undefined {
  if (!existsSync(file)) return undefined;
  const stoppedBy = findTrouble(file);
  if (!stoppedBy || canOpen(file)) return undefined;
  const copy = join(mkdtempSync(join(tmpdir(), "fork-and-filter-reading-")), "sqlite.db");
  copyFileSync(file, copy);
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
  keepPrivate(copy);
  console.error(
    `Warning: ${stoppedBy === "disk-full" ? "disk full: free space on" : "the disk is read-only:"} ${dirname(file)}. ` +
      "A copy of the database is served, and nobody can post. Restart once that is mended.",
  );
  return { file: copy, stoppedBy };
}

function findTrouble(file: string): DiskTrouble | undefined {
  try {
    accessSync(dirname(file), constants.W_OK);
  } catch {
    return "disk-read-only";
  }
  return freeBytes(dirname(file)) < TO_OPEN ? "disk-full" : undefined;
}

function canOpen(file: string): boolean {
  try {
    const database = new Database(file);
    try {
      database.pragma("journal_mode = WAL");
      database.prepare("SELECT count(*) FROM sqlite_master").get();
      return true;
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
}
