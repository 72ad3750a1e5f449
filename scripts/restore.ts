import { existsSync } from "node:fs";
import { databasePath, SettingsError } from "../app/db/settings.ts";
import { backupFolder, listBackups } from "../server/backups.ts";
import { RestoreError } from "./check-copy.ts";
import { removeDatabase } from "./database-files.ts";
import { fetchReplica } from "./fetch-replica.ts";
import { cancelRestore, stageRestore } from "./stage-restore.ts";

// `npm run restore -- WHAT`, also while the site runs: the next start puts the copy in the database's place.
const USAGE = `Say what to restore:
  FILE      a copy of the database
  latest    the newest backup
  TIME      the newest backup of that time or before, such as 2026-11-29 or 2026-11-29T14:30 (UTC)
  replica   what is in the bucket
  cancel    nothing: a restore that waits for the next start is called off`;

const TIME = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)Z?)?$/;

const [what] = process.argv.slice(2);
try {
  run(databasePath());
} catch (error) {
  if (!(error instanceof RestoreError) && !(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function run(file: string): void {
  if (what === undefined) throw new RestoreError(USAGE);
  if (what === "cancel") {
    console.log(cancelRestore(file) ? "The restore is called off." : "No restore was waiting.");
    return;
  }
  const isReplica = what === "replica";
  const source = isReplica ? fetchReplica(file) : findCopy(file, what);
  if (source === undefined) throw new RestoreError("Nothing was ever copied to the replica.");
  try {
    for (const sentence of stageRestore(file, source)) console.log(sentence);
  } finally {
    if (isReplica) removeDatabase(source);
  }
  console.log(
    "It takes the database's place at the next start, and what is there now is kept aside.\n" +
      "Now restart: `flyctl machine restart`, or end the site and start it again. Until then nothing changes,\n" +
      "and `npm run restore -- cancel` calls it off.",
  );
}

function findCopy(file: string, name: string): string {
  if (existsSync(name)) return name;
  const backups = listBackups(backupFolder(file));
  const [, day, time = "23:59:59"] = TIME.exec(name) ?? [];
  if (name !== "latest" && day === undefined) {
    throw new RestoreError(`There is no file ${name}.\n${USAGE}`);
  }
  const until = day === undefined ? Number.POSITIVE_INFINITY : Date.parse(`${day}T${time}Z`);
  const found = backups.find(({ at }) => at.getTime() <= until);
  if (found) return found.path;
  const known = backups.map(({ path }) => `  ${path}`).join("\n");
  throw new RestoreError(
    known === ""
      ? `There is no backup in ${backupFolder(file)}.`
      : `There is no backup of that time or before. There are:\n${known}`,
  );
}
