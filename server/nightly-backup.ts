import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import type { Logger } from "pino";

const TEN_MINUTES = 10 * 60 * 1000;
const EARLIEST_HOUR = 3;
const hourInLondon = new Intl.DateTimeFormat("en-GB", {
  hour: "numeric",
  hourCycle: "h23",
  timeZone: "Europe/London",
});

/** Started once a night, by a process of its own, so that no visitor waits. */
export function startNightlyBackups(
  databaseFile: string,
  log: Logger,
  makeBackup = () => backUp(log),
): void {
  const folder = join(dirname(databaseFile), "backups");
  let triedOn: string | undefined;
  setInterval(() => {
    const now = new Date();
    const day = now.toISOString().slice(0, 10);
    const isNight = Number(hourInLondon.format(now)) < EARLIEST_HOUR;
    if (isNight || triedOn === day || hasBackupOf(folder, day)) return;
    triedOn = day;
    void makeBackup();
  }, TEN_MINUTES).unref();
}

function hasBackupOf(folder: string, day: string): boolean {
  try {
    return readdirSync(folder).some((name) => name.startsWith(`nightly-${day}`));
  } catch {
    return false;
  }
}

/** @returns when it has ended, even if it failed */
export async function backUp(log: Logger): Promise<void> {
  const child = spawn(
    process.execPath,
    ["--max-old-space-size=64", "scripts/backup.ts", "--nightly"],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", resolve);
    child.once("error", () => resolve(null));
  });
  const [said, failed, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code === 0) log.info({ said: said.trim() }, "nightly backup");
  else log.error({ code, said: failed.trim() }, "no backup was made tonight");
}
