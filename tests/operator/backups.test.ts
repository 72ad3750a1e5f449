import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { type Backup, backupName, listBackups, outdatedBackups } from "../../server/backups.ts";
import { temporaryFolder } from "./prisma-project.ts";

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
