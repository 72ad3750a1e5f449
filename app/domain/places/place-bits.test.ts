import fc from "fast-check";
import { expect, test } from "vitest";
import { Prisma, reader } from "#app/db/database.server.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import {
  bitsOf,
  bytesOf,
  countBits,
  countColumns,
  halvesOf,
  hasByte,
  placesOf,
} from "./place-bits.server.ts";

openTestDatabase();

const SIXTY = 2n ** 60n - 1n;
const sixtyBits = fc.bigInt(0n, SIXTY);
const ones = (bits: bigint) => bits.toString(2).replaceAll("0", "").length;
const rowOf = async (query: Prisma.Sql) =>
  (await reader().$queryRaw<Record<string, unknown>[]>(query))[0] ?? {};

test("any sixty bits are counted as they would be one by one", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(sixtyBits, fc.constantFrom(0n, 1n, 2n ** 59n, SIXTY)),
      async (bits) => {
        expect(
          await rowOf(Prisma.sql`SELECT ${countBits(Prisma.sql`(${bits})`)} AS count`),
        ).toEqual({
          count: BigInt(ones(bits)),
        });
      },
    ),
  );
});

test("the bits of many columns are added up over the rows, and nothing is nothing", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(sixtyBits, sixtyBits), { maxLength: 50 }), async (rows) => {
      const table = rows.map(([left, right]) => Prisma.sql`SELECT ${left} AS a, ${right} AS b`);
      const none = Prisma.sql`SELECT 0 AS a, 0 AS b WHERE FALSE`;
      const from = Prisma.sql`FROM (${Prisma.join([none, ...table], " UNION ALL ")})`;
      const columns = [Prisma.sql`a`, Prisma.sql`a & b`, Prisma.sql`b`];
      const sum = (values: bigint[]) => values.reduce((total, bits) => total + ones(bits), 0);
      const { counts } = await rowOf(Prisma.sql`SELECT (${countColumns(columns, from)}) AS counts`);
      expect(JSON.parse(String(counts))).toEqual([
        sum(rows.map(([left]) => left)),
        sum(rows.map(([left, right]) => left & right)),
        sum(rows.map(([, right]) => right)),
      ]);
    }),
    { numRuns: 30 },
  );
});

test("places have their bits, and bits their places", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: 1000 })), async (ids) => {
      const places = Prisma.sql`SELECT value AS place_id FROM json_each(${JSON.stringify(ids)})`;
      const { again } = await rowOf(Prisma.sql`
        WITH blocks AS MATERIALIZED (${bitsOf(places)})
        SELECT json_group_array(place_id ORDER BY place_id) AS again
        FROM (${placesOf(Prisma.raw("blocks"), Prisma.raw("bits"))})`);
      expect(JSON.parse(String(again))).toEqual(ids.toSorted((one, other) => one - other));
    }),
    { numRuns: 50 },
  );
});

test("places have their bytes, too, which a list tries them by", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { maxLength: 200 }),
      async (ids) => {
        const places = Prisma.sql`SELECT value AS place_id FROM json_each(${JSON.stringify(ids)})`;
        const { halves } = await rowOf(Prisma.sql`
        SELECT json_group_array(${halvesOf(Prisma.raw("bits"))}) AS halves FROM (${bitsOf(places)})`);
        const bytes = bytesOf(JSON.parse(String(halves)));
        const all = JSON.stringify(Array.from({ length: 1100 }, (_, id) => id));
        const { again } = await rowOf(Prisma.sql`
        SELECT json_group_array(value) AS again FROM json_each(${all}) WHERE ${hasByte(Prisma.sql`${bytes}`, Prisma.raw("value"))}`);
        expect(JSON.parse(String(again))).toEqual(ids.toSorted((one, other) => one - other));
      },
    ),
    { numRuns: 50 },
  );
});
