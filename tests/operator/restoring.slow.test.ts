import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { Release } from "../setup/release.ts";
import { NO_SMALL_DISK, SmallDisk } from "../setup/small-disk.ts";

const release = new Release();
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fork-and-filter-"));
  file = join(folder, "sqlite.db");
  copyFileSync(inject("migratedDatabase"), file);
  query("PRAGMA journal_mode = WAL");
  for (const handle of ["ada", "bob", "cyd"]) addMember(handle);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function query(sql: string, path = file): unknown {
  const database = new Database(path);
  try {
    database.pragma("foreign_keys = ON");
    const statement = database.prepare(sql);
    return statement.reader ? statement.pluck().all() : statement.run();
  } finally {
    database.close();
  }
}

function addMember(handle: string, at = "2026-11-22T12:00:00.000+00:00", path = file): void {
  query(
    `INSERT INTO members (handle, handle_key, created_at) VALUES ('${handle}', '${handle}', '${at}')`,
    path,
  );
}

const handles = (path = file) => query("SELECT handle FROM members ORDER BY id", path);
const backUp = (...args: string[]) => release.run(["scripts/backup.ts", ...args], file);
const restore = (...args: string[]) => release.run(["scripts/restore.ts", ...args], file);
const restart = () => release.run(["scripts/prepare.ts"], file);
const asides = () => readdirSync(folder).filter((name) => /\.replaced-[^.]*Z$/.test(name));

test("the newest backup is staged while the site runs, and the next start puts it in place", async () => {
  expect(await backUp()).toMatchObject({ code: 0, err: "" });
  const [name = ""] = readdirSync(join(folder, "backups"));
  expect(statSync(join(folder, "backups", name)).mode & 0o777).toBe(0o600);
  const site = new Database(file);
  addMember("eve", "2026-11-23T12:00:00.000+00:00");
  const staged = await restore("latest");
  expect(staged).toMatchObject({ code: 0, err: "" });
  expect(staged.out).toContain(
    "3 members, 0 places and 0 reviews; the last post is of 2026-11-22 12:00 UTC.",
  );
  expect(staged.out).toContain(
    "1 post after it will go from the site, and stay in what is kept aside.",
  );
  expect(staged.out).toContain("flyctl machine restart");
  expect(site.prepare("SELECT count(*) FROM members").pluck().get()).toBe(4);
  site.close();

  const restarted = await restart();
  expect(restarted).toMatchObject({ code: 0, out: "" });
  const [aside = ""] = asides();
  expect(restarted.err).toContain(`What was there before is kept as ${join(folder, aside)}.`);
  expect([handles(), handles(join(folder, aside))]).toEqual([
    ["ada", "bob", "cyd"],
    ["ada", "bob", "cyd", "eve"],
  ]);
  expect(await restart()).toEqual({ code: 0, out: "", err: "" });
});

test("members who left and what was erased since the copy are taken out of it again", async () => {
  query(
    `INSERT INTO places (slug, name, name_key, street, postcode, price_band, created_at, updated_at)
     VALUES ('soup', 'Soup', 'soup', '1 Road', 'N0 1AA', 1, '2026-11-22T12:00:00.000+00:00', '2026-11-22T12:00:00.000+00:00')`,
  );
  for (const member of [1, 2]) {
    query(
      `INSERT INTO reviews (place_id, member_id, rating, body, created_at, updated_at)
       VALUES (1, ${member}, 4, 'Fine.', '2026-11-22T12:00:00.000+00:00', '2026-11-22T12:00:00.000+00:00')`,
    );
  }
  for (const facts of ["their home address", "as it is now"]) {
    query(
      `INSERT INTO place_revisions (place_id, facts, created_at)
       VALUES (1, json_object('name', '${facts}'), '2026-11-22T12:00:00.000+00:00')`,
    );
  }
  await backUp();
  query(
    `UPDATE place_revisions SET facts = json_object('name', 'as it is now'), hidden_rule = 'private', hidden_at = '2026-11-25T12:00:00.000+00:00'
     WHERE id = 1`,
  );
  query("DELETE FROM members WHERE handle = 'ada'");
  query(
    "UPDATE members SET handle = 'A former member', handle_key = '~3', left_on = '2026-11-25' WHERE handle = 'cyd'",
  );
  query("DELETE FROM reviews WHERE member_id = 2");
  const staged = await restore("latest");
  expect(staged.out).toContain(
    "Left since it was made, and will be taken out of it again: ada, cyd.",
  );
  expect(staged.out).toContain(
    "Erased since it was made, and will be again: 0 places, 1 review and 1 version.",
  );
  const restarted = await restart();
  expect(restarted.err).toContain(
    "Erased again what was erased since the copy was made: 2 members, 0 places, 1 review, 1 version.",
  );
  expect(query("SELECT handle_key FROM members ORDER BY id")).toEqual(["bob", "~3"]);
  expect(query("SELECT count(*) FROM reviews")).toEqual([0]);
  expect(
    query("SELECT facts ->> 'name' || ' ' || ifnull(hidden_rule, '') FROM place_revisions"),
  ).toEqual(["as it is now private", "as it is now "]);
});

test("a copy of another database brings everything that it has", async () => {
  await backUp(`${file}.backup`);
  query("DELETE FROM members");
  query("UPDATE _prisma_migrations SET id = 'another ' || migration_name");
  const staged = await restore(`${file}.backup`);
  expect(staged.out).toContain("It is of another database than the one that is there now.");
  await restart();
  expect(handles()).toEqual(["ada", "bob", "cyd"]);
});

test.each([
  ["a file that is not there", "nowhere.sqlite", () => {}, /There is no file nowhere\.sqlite/],
  [
    "a file that is no database",
    "",
    (path: string) => writeFileSync(path, "notes ".repeat(999)),
    /is no database/,
  ],
  [
    "another program's database",
    "",
    (path: string) => query("CREATE TABLE songs (id)", path),
    /is no database of this site/,
  ],
  [
    "a newer release's",
    "",
    (path: string) => {
      copyFileSync(inject("migratedDatabase"), path);
      query(
        "UPDATE _prisma_migrations SET migration_name = '2999_later' WHERE migration_name LIKE '%_init'",
        path,
      );
    },
    /comes from a newer release, with 2999_later: deploy that release first/,
  ],
  [
    "a damaged one",
    "",
    (path: string) => {
      copyFileSync(inject("migratedDatabase"), path);
      const bytes = Buffer.alloc(4096, 7);
      const database = new Database(path);
      const page = Number(
        database.prepare("SELECT rootpage FROM sqlite_master WHERE name = 'members'").pluck().get(),
      );
      database.close();
      const descriptor = openSync(path, "r+");
      writeSync(descriptor, bytes, 0, bytes.length, (page - 1) * bytes.length);
      closeSync(descriptor);
    },
    /is no database, or is damaged|it is damaged/,
  ],
])("%s is refused, and nothing is staged", async (_what, name, make, sentence) => {
  const path = name || join(folder, "copy.sqlite");
  make(path);
  const refused = await restore(path);
  expect(refused).toMatchObject({ code: 1, out: "" });
  expect(refused.err).toMatch(sentence);
  expect(readdirSync(folder).filter((left) => left.includes("restore"))).toEqual([]);
});

test("a time finds the backup before it; a restore that waits can be called off", async () => {
  const backups = join(folder, "backups");
  mkdirSync(backups);
  for (const day of ["2026-11-27", "2026-11-28", "2026-11-29"]) {
    const path = join(backups, `nightly-${day}T03-00-00Z.sqlite`);
    copyFileSync(inject("migratedDatabase"), path);
    addMember(`of ${day}`, undefined, path);
  }
  expect((await restore("2026-11-28T02:00")).out).toContain(
    "nightly-2026-11-27T03-00-00Z.sqlite is whole",
  );
  expect((await restore("2026-11-28")).out).toContain(
    "nightly-2026-11-28T03-00-00Z.sqlite is whole",
  );
  expect((await restore("2026-11-01")).err).toContain("There is no backup of that time or before.");
  expect((await restore("cancel")).out).toContain("The restore is called off.");
  expect(await restart()).toEqual({ code: 0, out: "", err: "" });
  expect(handles()).toEqual(["ada", "bob", "cyd"]);
});

test.skipIf(NO_SMALL_DISK)(
  "a backup that fails for want of space says so, and leaves nothing",
  async () => {
    const disk = new SmallDisk(2);
    try {
      const failed = await backUp(`${disk.folder}/`);
      expect(failed).toMatchObject({ code: 1, out: "" });
      expect(failed.err).toMatch(
        /^No backup was made: the disk is short: [\d.]+ MB are free in .+, and [\d.]+ MB are needed\.\n$/,
      );
      expect(readdirSync(disk.folder)).toEqual([]);
    } finally {
      disk.remove();
    }
  },
);

test("a nightly backup removes the outdated ones only once it is there", async () => {
  const backups = join(folder, "backups");
  mkdirSync(backups);
  for (let day = 1; day <= 20; day += 1) {
    writeFileSync(
      join(backups, `nightly-2020-01-${String(day).padStart(2, "0")}T03-00-00Z.sqlite`),
      "",
    );
  }
  rmSync(file);
  expect(await backUp("--nightly")).toMatchObject({ code: 1 });
  expect(readdirSync(backups)).toHaveLength(20);
  copyFileSync(inject("migratedDatabase"), file);
  expect(await backUp("--nightly")).toMatchObject({ code: 0 });
  expect(readdirSync(backups).length).toBeLessThan(12);
  expect(existsSync(join(backups, "nightly-2020-01-20T03-00-00Z.sqlite"))).toBe(true);
});
