import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { openTestDatabase } from "../../tests/setup/test-database.ts";
import { reader, write } from "./database.server.ts";
import { WriteQueue } from "./write-queue.server.ts";

const file = openTestDatabase();
const TIME = "2026-01-01T00:00:00.000+00:00";
const member = (handle: string) => ({ data: { handle, handleKey: handle } });

test("writes run one after the other, in the order they came", async () => {
  const queue = new WriteQueue();
  const events: string[] = [];
  const job = (name: string) =>
    queue.run(async () => {
      events.push(`${name} starts`);
      await Promise.resolve();
      events.push(`${name} ends`);
    });
  await Promise.all([job("one"), job("two")]);
  expect(events).toEqual(["one starts", "one ends", "two starts", "two ends"]);
});

test("a write that fails does not stop those after it, and its error reaches its author", async () => {
  const queue = new WriteQueue();
  const failing = queue.run(() => Promise.reject(new Error("no")));
  const next = queue.run(() => Promise.resolve("yes"));
  await expect(failing).rejects.toThrow("no");
  expect(await next).toBe("yes");
});

test("a batch that fails leaves nothing behind, and its neighbours are kept", async () => {
  const outcomes = await Promise.allSettled([
    write((writer) => writer.member.create(member("before"))),
    write((writer) =>
      writer.$transaction([
        writer.member.create(member("half")),
        writer.member.create(member("before")),
      ]),
    ),
    write((writer) => writer.member.create(member("after"))),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  const handles = await reader().member.findMany({
    select: { handle: true },
    orderBy: { id: "asc" },
  });
  expect(handles.map(({ handle }) => handle)).toEqual(["before", "after"]);
});

test.each<[string, () => Promise<unknown>]>([
  ["a write", () => write((writer) => writer.member.create(member("patient")))],
  [
    "a write in SQL",
    () =>
      write(
        (writer) =>
          writer.$executeRaw`INSERT INTO members (handle, handle_key, created_at) VALUES ('sql', 'sql', ${TIME})`,
      ),
  ],
  [
    "a batch that begins with SQL",
    () =>
      write((writer) =>
        writer.$transaction([
          writer.$executeRaw`INSERT INTO members (handle, handle_key, created_at) VALUES ('batch', 'batch', ${TIME})`,
          writer.member.create(member("batched")),
        ]),
      ),
  ],
])("%s waits while another connection holds the database, and is kept", async (_, ask) => {
  const before = await reader().member.count();
  const other = new Database(file);
  other.exec("BEGIN IMMEDIATE");
  const waiting = ask();
  // By then the write has met the lock.
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  other.exec("COMMIT");
  other.close();
  await waiting;
  expect(await reader().member.count()).toBeGreaterThan(before);
});

test("the reading client refuses to write", async () => {
  await expect(reader().member.create(member("sneaky"))).rejects.toThrow();
  expect(await reader().member.count({ where: { handle: "sneaky" } })).toBe(0);
});

test("every connection flushes what it commits and keeps foreign keys", async () => {
  for (const client of [reader(), await write((writer) => Promise.resolve(writer))]) {
    const [modes] = await client.$queryRaw<unknown[]>`
      SELECT * FROM pragma_journal_mode, pragma_synchronous, pragma_foreign_keys`;
    expect(Object.values(modes ?? {}).map(String)).toEqual(["wal", "2", "1"]);
  }
});
