import { existsSync, rmSync, statSync } from "node:fs";
import { setPriority } from "node:os";
import { dirname, join, resolve } from "node:path";
import { databasePath, SettingsError } from "../app/db/settings.ts";
import { backupFolder, backupName, listBackups, outdatedBackups } from "../server/backups.ts";
import { copyDatabase } from "./copy-database.ts";

// `npm run backup`, or `npm run backup -- FILE|FOLDER`. The site runs it with --nightly by itself.
const LOW_PRIORITY = 10;

const [target] = process.argv.slice(2);
const isNightly = target === "--nightly";
try {
  const copy = chooseCopy(databasePath());
  if (isNightly) setPriority(LOW_PRIORITY);
  console.log(
    backUp(databasePath(), copy)
      ? `Wrote ${copy}.`
      : "The database is empty: there is nothing to back up.",
  );
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(error instanceof SettingsError ? reason : `No backup was made: ${reason}.`);
  process.exitCode = 1;
}

function chooseCopy(file: string): string {
  const folder = backupFolder(file);
  const name = backupName(isNightly ? "nightly" : "backup", new Date());
  if (isNightly || target === undefined) return join(folder, name);
  const isFolder = target.endsWith("/") || (existsSync(target) && statSync(target).isDirectory());
  const copy = resolve(isFolder ? join(target, name) : target);
  // A folder of its own may be new; a wrong path is not made true.
  const mustExist = isFolder ? dirname(dirname(copy)) : dirname(copy);
  if (!existsSync(mustExist)) throw new Error(`there is no folder ${mustExist}`);
  return copy;
}

/** Old nightly backups go only once there is a new one. */
function backUp(file: string, copy: string): boolean {
  if (!copyDatabase(file, copy)) return false;
  if (!isNightly) return true;
  for (const { path } of outdatedBackups(listBackups(backupFolder(file)))) rmSync(path);
  return true;
}
