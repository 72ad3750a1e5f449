import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import { findLitestream, litestreamConfiguration } from "../../server/litestream.ts";
import { NO_LITESTREAM } from "../../tests/setup/litestream.ts";
import { UNLIMITED } from "../../tests/setup/unlimited.ts";
import { residentMegabytes } from "../measure/process-figures.ts";
import { startSite } from "../measure/start-site.ts";
import type { Length } from "./mishaps.ts";
import { checkNothingLost, countAcknowledged, describeStatuses, newDatabase } from "./writers.ts";

const run = promisify(execFile);

/** Posts, seeds, backups and an operator's commands at once. */
export async function everythingAtOnce({ isShort }: Length): Promise<string> {
  const { file, folder, writers, remove } = await newDatabase(20);
  const site = await startSite(file, { ...UNLIMITED, LOG_LEVEL: "silent" });
  const until = performance.now() + (isShort ? 10_000 : 120_000);
  const isOver = () => performance.now() > until;
  const counts = { seeds: 0, backups: 0, commands: 0 };
  const repeat = async (name: keyof typeof counts, argsOf: (count: number) => string[]) => {
    while (!isOver()) {
      await run(process.execPath, argsOf(counts[name]), {
        env: { ...process.env, DATABASE_URL: `file:${file}` },
      });
      counts[name] += 1;
    }
  };
  await Promise.all([
    ...writers.map((writer) => writer.postUntil(site.url, isOver)),
    repeat("seeds", () => ["prisma/seed.ts"]),
    repeat("backups", (count) => ["scripts/backup.ts", join(folder, `backup-${count}`)]),
    repeat("commands", () => ["scripts/admin.ts", "code", "writer 1"]),
  ]);
  await site.stop();
  const acknowledged = checkNothingLost(file, writers);
  for (const name of readdirSync(folder).filter((one) => one.startsWith("backup-"))) {
    checkNothingLost(join(folder, name), []);
  }
  remove();
  return `${acknowledged} posts acknowledged, 0 lost (${describeStatuses(writers)}); ${counts.seeds} seeds, ${counts.backups} backups, all whole, ${counts.commands} commands`;
}

/** Posts that were sent in the last 80 ms before the signal. */
export async function stopUnderLoad({ isShort }: Length): Promise<string> {
  const rounds = isShort ? 3 : 10;
  const { file, writers, remove } = await newDatabase(16);
  let longest = 0;
  for (let round = 0; round < rounds; round += 1) {
    const site = await startSite(file, UNLIMITED);
    const forms = await Promise.all(writers.map((writer) => writer.openForm(site.url)));
    const sent = writers.map(async (writer, index) => {
      await pause(5 * index);
      return writer.post(site.url, forms[index]);
    });
    await pause(80);
    const start = performance.now();
    const [statuses] = await Promise.all([Promise.all(sent), site.stop()]);
    longest = Math.max(longest, performance.now() - start);
    if (statuses.some((status) => status !== 303)) throw new Error(`Answered: ${statuses.join()}`);
  }
  checkNothingLost(file, writers);
  remove();
  return `${rounds} times: ${countAcknowledged(writers)} of ${rounds * 16} posts answered, 0 reset; ended within ${Math.round(longest)} ms`;
}

export async function measureReplica({ isShort }: Length): Promise<string> {
  const program = findLitestream();
  if (NO_LITESTREAM || !program) return `not run: ${NO_LITESTREAM}`;
  const { file, folder, writers, remove } = await newDatabase(1);
  mkdirSync(join(folder, "replica"));
  const settings = { REPLICA_URL: `file://${join(folder, "replica")}` };
  const site = await startSite(file, { ...UNLIMITED, ...settings });
  const configuration = litestreamConfiguration(file, settings) ?? "";
  const [writer] = writers;
  await pause(3000);
  let longest = 0;
  for (let round = 0; round < (isShort ? 2 : 10); round += 1) {
    if ((await writer?.post(site.url)) !== 303) throw new Error("A post failed.");
    const start = performance.now();
    await waitFor(async () => {
      const copy = join(folder, "copy.sqlite");
      rmSync(copy, { force: true });
      await run(program, ["restore", "-config", configuration, "-o", copy, file]);
      return hasLast(copy, writer?.acknowledged.at(-1));
    });
    longest = Math.max(longest, performance.now() - start);
  }
  await site.stop();
  remove();
  return `every post was in a restored copy within ${(longest / 1000).toFixed(1)} s, restoring included`;
}

async function waitFor(isSo: () => Promise<boolean>): Promise<void> {
  const until = performance.now() + 30_000;
  while (!(await isSo())) {
    if (performance.now() > until) throw new Error("It took over 30 s.");
  }
}

function hasLast(file: string, number: number | undefined): boolean {
  const database = new Database(file, { readonly: true });
  try {
    return (
      database.prepare("SELECT 1 FROM reviews WHERE body = ?").get(`Number ${number}.`) !==
      undefined
    );
  } finally {
    database.close();
  }
}

/** Memory and open files after a quarter of the time, and at the end. */
export async function soak({ isShort }: Length): Promise<string> {
  const minutes = isShort ? 1 : 20;
  const { file, writers, remove } = await newDatabase(4);
  const site = await startSite(file, { ...UNLIMITED, LOG_LEVEL: "silent" });
  const end = performance.now() + minutes * 60_000;
  const isOver = () => performance.now() > end;
  const openFiles = () => readdirSync(`/proc/${site.pid}/fd`).length;
  const working = writers.map(async (writer) => {
    while (!isOver()) {
      await writer.post(site.url);
      await fetch(`${site.url}/places?page=${Math.floor(Math.random() * 100)}`);
      await pause(100);
    }
  });
  await pause(minutes * 15_000);
  const early = { memory: residentMegabytes(site.pid), files: openFiles() };
  await Promise.all(working);
  const late = { memory: residentMegabytes(site.pid), files: openFiles() };
  const posts = checkNothingLost(file, writers);
  await site.stop();
  remove();
  if (late.memory > 1.3 * early.memory || late.files > early.files + 8) {
    throw new Error(`It grew: ${JSON.stringify({ early, late })}`);
  }
  return `${minutes} min, ${posts} posts: ${Math.round(early.memory)} MB and ${early.files} open files after a quarter, ${Math.round(late.memory)} MB and ${late.files} at the end`;
}
