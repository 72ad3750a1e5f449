import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";

/** What SQLite keeps beside a database, and what belongs to it. */
export const BESIDE = ["-wal", "-shm", "-journal"] as const;

/** Removes a database that nobody has open. */
export function removeDatabase(file: string): void {
  for (const suffix of ["", ...BESIDE]) rmSync(file + suffix, { force: true });
}

/** Bytes, with what is not in the file itself yet. */
export function databaseBytes(file: string): number {
  const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return sizeOf(file) + sizeOf(`${file}-wal`);
}

/** Bytes that may still be written to a folder's disk. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** For SQLite to fill: a copy has hashes of secrets, also while it is written. */
export function makePrivateFile(file: string): void {
  writeFileSync(file, "", { mode: 0o600 });
}

/** Copies hold the hashes of sessions and recovery codes: nobody else may read them. */
export function keepPrivate(file: string): void {
  chmodSync(file, 0o600);
}

/** Returns once the file, and its name in the folder, would survive a power cut. */
export function syncToDisk(file: string): void {
  for (const path of [file, dirname(file)]) {
    const descriptor = openSync(path, "r");
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  }
}

/** For an operator, such as "12.3 MB". */
export function inMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e8 ? 1 : 0)} MB`;
}
