import { dirname } from "node:path";
import { databasePath, readSettings, SettingsError } from "../app/db/settings.ts";
import { readDisk, type Status, statusSchema } from "../server/status.ts";
import { inMegabytes } from "./database-files.ts";

// `npm run status`: how the site is. What only the running site knows, it is asked for.
try {
  const { PORT, STATUS_TOKEN } = readSettings();
  const file = databasePath();
  const status = STATUS_TOKEN === undefined ? undefined : await askSite(PORT, STATUS_TOKEN);
  const disk = readDisk(file);
  print({
    Release: status && `${status.version}${status.commit ? `, commit ${status.commit}` : ""}`,
    Migration: status?.migration,
    Posting: status && (status.trouble ?? "works"),
    "Up for": status && inHours(status.uptimeSeconds),
    Memory: status && `${inMegabytes(status.memoryBytes)}, ${status.openFiles} open files`,
    Database: `${file}, ${inMegabytes(disk.databaseBytes)} and a log of ${inMegabytes(disk.logBytes)}`,
    "Free space": `${inMegabytes(disk.freeBytes)} in ${dirname(file)}`,
    "Newest backup":
      disk.newestBackup === null || disk.backupAgeSeconds === null
        ? "none"
        : `${disk.newestBackup}, ${inHours(disk.backupAgeSeconds)} old`,
    Replica: status && describeReplica(status),
    "Waiting posts": status?.waitingWrites,
    "Kept pages": status && `${status.keptPages}, ${inMegabytes(status.keptBytes)}`,
    "Kept page used": status && `${status.cacheHits} times, ${status.cacheMisses} made`,
  });
  if (!status) {
    console.log(
      STATUS_TOKEN === undefined
        ? "Set STATUS_TOKEN to see what only the running site knows."
        : `The site does not answer on port ${PORT}: this is what the disk says.`,
    );
  }
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function askSite(port: number, token: string): Promise<Status | undefined> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz?verbose`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    return statusSchema.parse(await answer.json());
  } catch {
    return undefined;
  }
}

function describeReplica({ replica, replicaLagSeconds: lag }: Status): string {
  return lag === null ? replica : `${replica}, ${lag.toFixed(1)} s behind`;
}

function inHours(seconds: number): string {
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

function print(lines: Record<string, string | number | undefined>): void {
  for (const [name, value] of Object.entries(lines)) {
    if (value !== undefined) console.log(`${name.padEnd(16)}${value}`);
  }
}
