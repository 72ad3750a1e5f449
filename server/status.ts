import { readdirSync, readFileSync, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { backupFolder, listBackups } from "./backups.ts";

/** What can be seen of the database without asking the site. */
type DiskStatus = {
  databaseBytes: number;
  /** Of SQLite's log, the -wal file. */
  logBytes: number;
  freeBytes: number;
  newestBackup: string | null;
  backupAgeSeconds: number | null;
};

export const statusSchema = z.object({
  version: z.string(),
  commit: z.string().nullable(),
  migration: z.string(),
  /** Why nobody can post, and what to do; null when they can. */
  trouble: z.string().nullable(),
  uptimeSeconds: z.number(),
  memoryBytes: z.number(),
  openFiles: z.number(),
  databaseBytes: z.number(),
  logBytes: z.number(),
  freeBytes: z.number(),
  newestBackup: z.string().nullable(),
  backupAgeSeconds: z.number().nullable(),
  /** "none" when no replica is asked for. */
  replica: z.enum(["none", "running", "stopped"]),
  replicaLagSeconds: z.number().nullable(),
  waitingWrites: z.number(),
  keptPages: z.number(),
  keptBytes: z.number(),
  cacheHits: z.number(),
  cacheMisses: z.number(),
});

export type Status = z.infer<typeof statusSchema>;

export function readDisk(databaseFile: string, now = Date.now()): DiskStatus {
  const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const { bavail, bsize } = statfsSync(dirname(databaseFile));
  const newest = listBackups(backupFolder(databaseFile)).find(({ at }) => at.getTime() <= now);
  return {
    databaseBytes: sizeOf(databaseFile),
    logBytes: sizeOf(`${databaseFile}-wal`),
    freeBytes: bavail * bsize,
    newestBackup: newest?.path ?? null,
    backupAgeSeconds: newest ? Math.round((now - newest.at.getTime()) / 1000) : null,
  };
}

const manifestSchema = z.object({ version: z.string() });

export function readRelease() {
  const { version } = manifestSchema.parse(JSON.parse(readFileSync("package.json", "utf8")));
  return { version, commit: process.env.COMMIT || null };
}

export function readProcess() {
  return {
    uptimeSeconds: Math.round(process.uptime()),
    memoryBytes: process.memoryUsage.rss(),
    openFiles: countOpenFiles(),
  };
}

/** 0 where the system does not tell. */
function countOpenFiles(): number {
  try {
    return readdirSync("/proc/self/fd").length;
  } catch {
    return 0;
  }
}

const inMegabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** One line for the log and for people. */
export function summariseDisk(disk: DiskStatus): string {
  const { databaseBytes, logBytes, freeBytes, backupAgeSeconds } = disk;
  const backup =
    backupAgeSeconds === null
      ? "no backup yet"
      : `newest backup ${Math.round(backupAgeSeconds / 3600)} h old`;
  return `database ${inMegabytes(databaseBytes + logBytes)}, ${inMegabytes(freeBytes)} free, ${backup}`;
}
