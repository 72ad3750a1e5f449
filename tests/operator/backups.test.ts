import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pino } from "pino";
import { afterEach, expect, inject, test, vi } from "vitest";
import { type Backup, backupName, listBackups, outdatedBackups } from "../../server/backups.ts";
import { startNightlyBackups } from "../../server/nightly-backup.ts";
import { Release } from "../setup/release.ts";
import { temporaryFolder } from "./prisma-project.ts";

afterEach(() => vi.useRealTimers());

const DAY = 24 * 60 * 60 * 1000;
const TODAY = Date.parse("2026-11-30T03:10:00Z");
const nightly = (daysAgo: number): Backup => ({
  path: `nightly ${daysAgo}`,
  kind: "nightly",
  at: new Date(TODAY - daysAgo * DAY),
});

test("of a year's backups the last seven days and four weeks are kept", () => {
  const all = Array.from({ length: 365 }, (_, daysAgo) => nightly(daysAgo));
  const gone = new Set(outdatedBackups(all));
  expect(all.filter((backup) => !gone.has(backup)).map(({ path }) => path)).toEqual(
    // 30 November 2026 is a Monday: its week, then the Sundays before.
    [0, 1, 2, 3, 4, 5, 6, 8, 15].map((daysAgo) => `nightly ${daysAgo}`),
  );
});

test("after a long break, or with a wrong clock, none is lost but those of the same day", () => {
  const some = [-100, 0, 90, 180].map(nightly);
  expect(outdatedBackups(some)).toEqual([]);
  const twice = [nightly(0), { ...nightly(0), path: "again" }];
  expect(outdatedBackups(twice).map(({ path }) => path)).toEqual(["again"]);
});

test("backups that somebody made by hand are never removed", () => {
  const byHand = Array.from({ length: 40 }, (_, daysAgo) => ({
    ...nightly(daysAgo),
    kind: "backup" as const,
  }));
  expect(outdatedBackups(byHand)).toEqual([]);
});

test("a backup is found again by the time in its name", () => {
  const folder = temporaryFolder();
  const at = new Date("2026-11-29T03:10:07.123Z");
  for (const name of [backupName("nightly", at), "nightly-2026.sqlite.part", "notes.txt"]) {
    writeFileSync(join(folder, name), "");
  }
  const [found, ...others] = listBackups(folder);
  expect(others).toEqual([]);
  expect([basename(found?.path ?? ""), found?.at.toISOString()]).toEqual([
    "nightly-2026-11-29T03-10-07Z.sqlite",
    "2026-11-29T03:10:07.000Z",
  ]);
});

test.each([
  ["in winter", "2026-11-30T12:00:00Z", ["2026-12-01T03", "2026-12-02T03", "2026-12-03T03"]],
  ["in summer", "2026-06-30T12:00:00Z", ["2026-07-01T02", "2026-07-02T02", "2026-07-03T02"]],
])(
  "a site that runs for days makes one backup a night, after three in London, %s",
  (_season, start, hours) => {
    vi.useFakeTimers({ now: new Date(start) });
    const folder = temporaryFolder();
    mkdirSync(join(folder, "backups"));
    // Made at the first start of that day already.
    writeFileSync(join(folder, "backups", backupName("nightly", new Date(start))), "");
    const made: string[] = [];
    startNightlyBackups(join(folder, "sqlite.db"), pino({ level: "silent" }), async () => {
      made.push(new Date().toISOString().slice(0, 13));
    });
    vi.advanceTimersByTime(3 * DAY);
    expect(made).toEqual(hours);
  },
);

test("a backup into a folder that is not there is refused, and makes none", async () => {
  const folder = temporaryFolder();
  const copy = join(folder, "wrong", "sqlite.db");
  const { code, err } = await new Release().run(
    ["scripts/backup.ts", copy],
    inject("migratedDatabase"),
  );
  expect([code, err.trim()]).toEqual([
    1,
    `No backup was made: there is no folder ${join(folder, "wrong")}.`,
  ]);
  expect(existsSync(join(folder, "wrong"))).toBe(false);
});
