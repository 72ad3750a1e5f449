import Database from "better-sqlite3";
import { afterEach, expect, test, vi } from "vitest";
import { openTestDatabase } from "../../tests/setup/test-database.ts";
import { keepStatements } from "./connection.server.ts";
import { Prisma, reader, write } from "./database.server.ts";

openTestDatabase();

afterEach(() => {
  vi.restoreAllMocks();
});

const named = (handle: string) =>
  reader().member.findMany({ where: { handle }, select: { handle: true } });
const add = (handle: string) =>
  write((writer) => writer.member.create({ data: { handle, handleKey: handle } }));

test("what is asked again is not prepared again, and is answered for its own values", async () => {
  await add("ada");
  await add("bob");
  await named("nobody");
  const prepare = vi.spyOn(Database.prototype, "prepare");
  expect(await named("ada")).toEqual([{ handle: "ada" }]);
  expect(await named("bob")).toEqual([{ handle: "bob" }]);
  expect(await Promise.all(["ada", "nobody", "bob"].map(named))).toEqual([
    [{ handle: "ada" }],
    [],
    [{ handle: "bob" }],
  ]);
  expect(prepare).not.toHaveBeenCalled();
});

test("a statement that failed works afterwards, in and out of transactions", async () => {
  await add("eve");
  await expect(add("eve")).rejects.toThrow();
  await add("fay");
  const both = () =>
    write((writer) =>
      writer.$transaction([
        writer.member.create({ data: { handle: "gil", handleKey: "gil" } }),
        writer.member.create({ data: { handle: "eve", handleKey: "eve" } }),
      ]),
    );
  await expect(both()).rejects.toThrow();
  await expect(both()).rejects.toThrow();
  expect(await named("gil")).toEqual([]);
  expect(await named("fay")).toHaveLength(1);
});

test("more statements than are kept are answered all the same", async () => {
  for (let number = 0; number < 200; number += 1) {
    const rows = await reader().$queryRaw(
      Prisma.sql`SELECT ${Prisma.raw(String(number))} AS number`,
    );
    expect(rows).toEqual([{ number: BigInt(number) }]);
  }
});

test("a table that changes is read as it is then", async () => {
  await write((writer) => writer.$executeRaw`CREATE TABLE notes (text TEXT)`);
  await write((writer) => writer.$executeRaw`INSERT INTO notes VALUES (${"a"})`);
  const all = () => reader().$queryRaw`SELECT text FROM notes`;
  expect(await all()).toEqual([{ text: "a" }]);
  await write((writer) => writer.$executeRaw`ALTER TABLE notes ADD COLUMN more TEXT DEFAULT 'b'`);
  expect(await all()).toEqual([{ text: "a" }]);
  await write((writer) => writer.$executeRaw`DROP TABLE notes`);
  await expect(all()).rejects.toThrow("no such table");
});

test("another adapter is refused at the start", () => {
  expect(() => keepStatements({})).toThrow("another one");
});
