import { beforeEach, expect, test, vi } from "vitest";
import { stored } from "../../tests/setup/stored.ts";
import { openTestDatabase } from "../../tests/setup/test-database.ts";

const file = openTestDatabase();
const NOW = new Date("2026-11-25T12:00:00Z");

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});

/** The site's limits, as after a restart. */
async function restart() {
  vi.resetModules();
  const { countTry } = await import("./sign-in.server.ts");
  const { tryJoinCode } = await import("./limits.server.ts");
  const { restoreCounts, writeCounts } = await import("./kept-counts.server.ts");
  await restoreCounts();
  return { countTry, tryJoinCode, writeCounts };
}

const counts = () => stored(file, "SELECT limit_name, count FROM limit_counts ORDER BY 1");

test("the limits of sign-in and of joining codes survive a restart, and end in their time", async () => {
  process.env.JOIN_CODE = "mind the gap";
  const before = await restart();
  for (let tries = 0; tries < 5; tries += 1) await before.countTry("192.0.2.1", "ada");
  for (let guess = 0; guess < 10; guess += 1) await before.tryJoinCode("wrong one", "192.0.2.1");
  expect(counts()).toEqual([]);
  await before.writeCounts();
  expect(counts()).toEqual([
    { limit_name: "sign-in-by-address-1", count: 5 },
    { limit_name: "sign-in-by-both-1", count: 5 },
    { limit_name: "sign-in-by-handle", count: 5 },
    { limit_name: "wrong-codes-1", count: 10 },
    { limit_name: "wrong-codes-of-all", count: 10 },
  ]);

  vi.setSystemTime(NOW.getTime() + 60_000);
  const after = await restart();
  expect(await after.countTry("192.0.2.1", "ada")).toEqual({ wait: 14 * 60 });
  expect(await after.tryJoinCode("wrong one", "192.0.2.1")).toEqual({
    kind: "wrong",
    wait: 59 * 60,
  });

  vi.setSystemTime(NOW.getTime() + 61 * 60_000);
  const later = await restart();
  expect(await later.countTry("192.0.2.1", "ada")).toMatchObject({ delay: 0 });
  expect(await later.tryJoinCode("wrong one", "192.0.2.1")).toEqual({ kind: "wrong" });
  await later.writeCounts();
  expect(counts()).toMatchObject([
    { count: 1 },
    { count: 1 },
    { count: 1 },
    { count: 1 },
    { count: 1 },
  ]);
});

test("whom they count is in the database as a hash alone", () => {
  const rows = JSON.stringify(stored(file, "SELECT * FROM limit_counts"));
  expect(rows).not.toContain("192.0.2.1");
  expect(rows).not.toContain("ada");
});

test("what cannot be written now is written with the next batch, and nobody waits for it", async () => {
  process.env.LOG_LEVEL = "silent";
  const site = await restart();
  const { write, closeDatabase } = await import("#app/db/database.server.ts");
  await write((writer) => writer.$executeRawUnsafe("ALTER TABLE limit_counts RENAME TO elsewhere"));
  expect(await site.countTry("192.0.2.2", "bob")).toMatchObject({ delay: 0 });
  await site.writeCounts();
  await write((writer) => writer.$executeRawUnsafe("ALTER TABLE elsewhere RENAME TO limit_counts"));
  await site.writeCounts();
  expect(counts()).toContainEqual({ limit_name: "sign-in-by-both-1", count: 1 });
  await closeDatabase();
});
