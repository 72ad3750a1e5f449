import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

export type Backup = { path: string; kind: "nightly" | "backup"; at: Date };

const NAME = /^(nightly|backup)-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.sqlite$/;
const DAYS = 7;
const WEEKS = 4;
const WEEK = 7 * 24 * 60 * 60 * 1000;

export function backupFolder(file: string): string {
  return join(dirname(file), "backups");
}

export function backupName(kind: Backup["kind"], at: Date): string {
  return `${kind}-${at.toISOString().slice(0, 19).replaceAll(":", "-")}Z.sqlite`;
}

/** Newest first. */
export function listBackups(folder: string): Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const [, kind, day, hour, minute, second] = NAME.exec(name) ?? [];
      if (kind !== "nightly" && kind !== "backup") return [];
      const at = new Date(`${day}T${hour}:${minute}:${second}Z`);
      return [{ path: join(folder, name), kind, at } satisfies Backup];
    })
    .sort((one, other) => other.at.getTime() - one.at.getTime());
}

const dayOf = ({ at }: Backup) => at.toISOString().slice(0, 10);
// Weeks start on Mondays: 5 January 1970 was one.
const weekOf = ({ at }: Backup) => Math.floor((at.getTime() - 4 * (WEEK / 7)) / WEEK);

/**
 * The nightly backups beyond the newest of each of seven days and of four weeks. Counts those that are there, whatever
 * today is: a wrong clock loses none.
 */
export function outdatedBackups(backups: Backup[]): Backup[] {
  const nightly = backups.filter(({ kind }) => kind === "nightly");
  const kept = new Set([
    ...newestOfEach(nightly, dayOf).slice(0, DAYS),
    ...newestOfEach(nightly, weekOf).slice(0, WEEKS),
  ]);
  return nightly.filter((backup) => !kept.has(backup));
}

function newestOfEach<Key>(newestFirst: Backup[], keyOf: (backup: Backup) => Key): Backup[] {
  const found = new Set<Key>();
  return newestFirst.filter((backup) => {
    const key = keyOf(backup);
    return !found.has(key) && found.add(key);
  });
}
