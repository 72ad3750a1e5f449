import { copyFileSync, renameSync, rmSync, statfsSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import { NO_SMALL_DISK, SmallDisk } from "../../tests/setup/small-disk.ts";
import { UNLIMITED } from "../../tests/setup/unlimited.ts";
import { startSite } from "../measure/start-site.ts";
import {
  checkNothingLost,
  countAcknowledged,
  describeStatuses,
  newDatabase,
  type Writer,
} from "./writers.ts";

export type Length = { isShort: boolean };

/** @returns what was measured; throws when the site broke its promise */
export async function killUnderLoad({ isShort }: Length): Promise<string> {
  const rounds = isShort ? 3 : 20;
  const { file, writers, remove } = await newDatabase(40);
  for (let round = 0; round < rounds; round += 1) {
    const site = await startSite(file, UNLIMITED);
    let isOver = false;
    const writing = writers.map((writer) => writer.postUntil(site.url, () => isOver));
    await waitForPosts(writers, 2 * writers.length);
    await pause(10 * round);
    process.kill(site.pid, "SIGKILL");
    isOver = true;
    await Promise.all(writing);
    checkNothingLost(file, writers);
  }
  const count = countAcknowledged(writers);
  remove();
  return `${count} acknowledged posts in ${rounds} rounds, 0 lost, 0 twice`;
}

/** Until so many more are acknowledged, on a slow machine for half a minute at most. */
async function waitForPosts(writers: Writer[], more: number): Promise<void> {
  const enough = countAcknowledged(writers) + more;
  const latest = performance.now() + 30_000;
  while (countAcknowledged(writers) < enough && performance.now() < latest) await pause(20);
}

const MISHAPS: Record<string, (file: string) => void> = {
  "moved over": (file) => {
    renameSync(file, `${file}.was`);
    renameSync(`${file}.copy`, file);
  },
  "copied over": (file) => copyFileSync(`${file}.copy`, file),
  removed: (file) => renameSync(file, `${file}.was`),
  "cut short": (file) => truncateSync(file, 8192),
};

/** Posts that were under way may be acknowledged only if they were written before. */
export async function loseFileUnderLoad(): Promise<string> {
  const told: string[] = [];
  for (const [name, mishap] of Object.entries(MISHAPS)) {
    const { file, writers, remove } = await newDatabase(20);
    copyFileSync(file, `${file}.copy`);
    const site = await startSite(file, { ...UNLIMITED, LOG_LEVEL: "silent" });
    let isOver = false;
    const writing = writers.map((writer) => writer.postUntil(site.url, () => isOver));
    await waitForPosts(writers, 2 * writers.length);
    // Nothing is under way in this process between these two lines.
    mishap(file);
    const before = countAcknowledged(writers);
    await pause(1500);
    const read = await fetch(`${site.url}/about`);
    isOver = true;
    await Promise.all(writing);
    await site.stop();
    // Answers that were on their way at that moment, one for each connection at most.
    const late = countAcknowledged(writers) - before;
    const holds = name === "moved over" || name === "removed" ? `${file}.was` : undefined;
    if (holds) checkNothingLost(holds, writers);
    if (late > writers.length)
      throw new Error(`${name}: ${late} posts were acknowledged after it.`);
    if (read.status !== 200) throw new Error(`${name}: pages were answered with ${read.status}.`);
    told.push(`${name}: ${before} acknowledged before, ${late} on their way, none after`);
    remove();
  }
  return told.join("; ");
}

/** @returns what happened before, while and after the disk was full */
export async function fillDisk({ isShort }: Length): Promise<string> {
  if (NO_SMALL_DISK) return `not run: ${NO_SMALL_DISK}`;
  const disk = new SmallDisk(16);
  const { file, writers } = await newDatabase(10, disk.folder);
  const site = await startSite(file, { ...UNLIMITED, LOG_LEVEL: "silent" });
  const parts: string[] = [];
  let reads = 0;
  for (const part of ["before", "while it was full", "after"]) {
    const filler = join(disk.folder, "filler");
    if (part === "while it was full") {
      const { bavail, bsize } = statfsSync(disk.folder);
      writeFileSync(filler, Buffer.alloc(bavail * bsize));
    } else {
      rmSync(filler, { force: true });
    }
    const acknowledged = countAcknowledged(writers);
    const until = performance.now() + (isShort ? 2000 : 10_000);
    const writing = writers.map((writer) =>
      writer.postUntil(site.url, () => performance.now() > until),
    );
    while (performance.now() < until) {
      const { status } = await fetch(`${site.url}/places?page=${reads}`);
      if (status !== 200) throw new Error(`${part}: a page was answered with ${status}.`);
      reads += 1;
      await pause(50);
    }
    await Promise.all(writing);
    parts.push(`${countAcknowledged(writers) - acknowledged} ${part}`);
  }
  const statuses = describeStatuses(writers);
  await site.stop();
  checkNothingLost(file, writers);
  disk.remove();
  return `acknowledged: ${parts.join(", ")}, 0 lost; answers ${statuses}; ${reads} pages read, all 200`;
}

/** A forgotten BEGIN in a shell. */
export async function holdLock({ isShort }: Length): Promise<string> {
  const seconds = isShort ? 6 : 20;
  const { file, writers, remove } = await newDatabase(10);
  const site = await startSite(file, { ...UNLIMITED, LOG_LEVEL: "silent" });
  const shell = new Database(file);
  shell.exec("BEGIN IMMEDIATE");
  const until = performance.now() + seconds * 1000;
  const writing = writers.map((writer) =>
    writer.postUntil(site.url, () => performance.now() > until),
  );
  let slowest = 0;
  while (performance.now() < until) {
    const start = performance.now();
    if ((await fetch(`${site.url}/places?page=1`)).status !== 200)
      throw new Error("A page failed.");
    slowest = Math.max(slowest, performance.now() - start);
    await pause(100);
  }
  shell.exec("ROLLBACK");
  shell.close();
  await Promise.all(writing);
  const held = describeStatuses(writers);
  const after = await Promise.all(writers.map((writer) => writer.post(site.url)));
  if (after.some((status) => status !== 303)) throw new Error(`After it: ${after.join()}`);
  await site.stop();
  checkNothingLost(file, writers);
  remove();
  return `${seconds} s: posts ${held}; slowest page ${Math.round(slowest)} ms; every post right after it was taken`;
}
