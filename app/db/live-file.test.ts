import { copyFileSync, renameSync, rmSync, truncateSync } from "node:fs";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { forgetMark } from "../../scripts/copy-database.ts";
import { openTestDatabase } from "../../tests/setup/test-database.ts";
import { closeDatabase, findTrouble, guardFile, write } from "./database.server.ts";
import { LiveFile } from "./live-file.server.ts";

const file = openTestDatabase();
guardFile(() => new LiveFile(file));
const aside = `${file}.aside`;

beforeEach(() => copyFileSync(inject("migratedDatabase"), file));

afterEach(async () => {
  await closeDatabase();
  for (const path of [file, aside]) {
    for (const suffix of ["", "-wal", "-shm", "-wal.of-replaced-file"])
      rmSync(path + suffix, { force: true });
  }
});

const add = (handle: string) =>
  write((writer) => writer.member.create({ data: { handle, handleKey: handle } }));

function handlesIn(path: string): unknown[] {
  const database = new Database(path);
  try {
    expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
    return database.prepare("SELECT handle FROM members ORDER BY handle").pluck().all();
  } finally {
    database.close();
  }
}

test("a backup that is moved over the file takes no posts, and neither file is spoilt", async () => {
  await add("ada");
  copyFileSync(inject("migratedDatabase"), aside);
  renameSync(file, `${file}.was`);
  renameSync(aside, file);
  await expect(add("bob")).rejects.toThrow("file-replaced");
  expect(findTrouble()).toBe("file-replaced");
  await closeDatabase();
  expect([handlesIn(file), handlesIn(`${file}.was`)]).toEqual([[], ["ada"]]);
});

test("a file that is moved back takes posts again", async () => {
  await add("ada");
  renameSync(file, aside);
  await expect(add("bob")).rejects.toThrow("file-missing");
  renameSync(aside, file);
  await add("cyd");
  await closeDatabase();
  expect(handlesIn(file)).toEqual(["ada", "cyd"]);
});

test.each([
  ["a backup", () => copyFileSync(inject("migratedDatabase"), aside)],
  ["an earlier copy of the file itself", () => copyFileSync(file, aside)],
  [
    "a backup of a moment ago",
    () => {
      const other = new Database(file);
      other.prepare("VACUUM INTO ?").run(aside);
      other.close();
      forgetMark(aside);
    },
  ],
])(
  "%s that is copied into the file takes no posts, and is what the next start finds",
  async (_what, copy) => {
    await copy();
    await add("ada");
    copyFileSync(aside, file);
    await expect(add("cyd")).rejects.toThrow("file-replaced");
    await closeDatabase();
    expect(handlesIn(file)).toEqual([]);
  },
);

test("a file that is cut short takes no posts", async () => {
  await add("ada");
  truncateSync(file, 8192);
  await expect(add("bob")).rejects.toThrow("file-truncated");
  truncateSync(file, 0);
  expect(findTrouble()).toBe("file-truncated");
});

test("a removed file takes no posts", async () => {
  await add("ada");
  rmSync(file);
  await expect(add("bob")).rejects.toThrow("file-missing");
});

test("what another process writes and takes into the file is no trouble", async () => {
  await add("ada");
  const other = new Database(file);
  const mark = Number(other.pragma("user_version", { simple: true }));
  other.pragma(`user_version = ${mark + 1}`);
  other.exec("UPDATE members SET cohort = 'x'");
  other.pragma("wal_checkpoint(TRUNCATE)");
  await add("bob");
  other.close();
  expect(findTrouble()).toBeUndefined();
});

test("whenever the file is replaced among many posts, none is acknowledged that the file has not", async () => {
  copyFileSync(inject("migratedDatabase"), aside);
  const acknowledged: string[] = [];
  const posting = Array.from({ length: 60 }, (_, number) =>
    add(`m${number}`).then(
      () => acknowledged.push(`m${number}`),
      () => undefined,
    ),
  );
  await posting[20];
  renameSync(file, `${file}.was`);
  renameSync(aside, file);
  const before = [...acknowledged];
  await Promise.all(posting);
  expect(acknowledged).toEqual(before);
  await closeDatabase();
  expect(handlesIn(`${file}.was`)).toEqual(expect.arrayContaining(acknowledged));
});
