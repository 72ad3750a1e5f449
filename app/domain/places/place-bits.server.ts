import { Prisma } from "#app/db/database.server.ts";
import { DIETS, FEATURES } from "./needs.ts";

const PLACES_PER_BLOCK = 60;

/** All needs, diets first, each with its column of place_bits. */
export const NEEDS = [
  ...DIETS.map(({ bit, diet }) => ({ bit, column: column(diet) })),
  ...FEATURES.map(({ bit, feature }) => ({ bit, column: column(feature) })),
];

/** The column of place_bits for places under so many pounds. */
export const underColumn = (pounds: number) => column(`under-${pounds}`);

/** The column of place_bits for places within a walk of so many minutes. */
export const withinColumn = (minutes: number) => column(`within-${minutes}`);

/** The column of place_bits for places with at least such a score. */
export const scoreColumn = (score: number) => column(`score-${score}`);

/** A name as a column has it: "gluten-free" and "score-3.5" with underscores. It must not come from a visitor. */
export function column(name: string): Prisma.Sql {
  return Prisma.raw(name.replaceAll(/[-.]/g, "_"));
}

/** In which row of place_bits a place has its bits. @param placeId an SQL expression */
const blockOf = (placeId: Prisma.Sql) =>
  Prisma.sql`${placeId} / ${Prisma.raw(String(PLACES_PER_BLOCK))}`;

/** The bit of a place, among those of its block. @param placeId an SQL expression */
export const bitOf = (placeId: Prisma.Sql) =>
  Prisma.sql`1 << ${placeId} % ${Prisma.raw(String(PLACES_PER_BLOCK))}`;

/** The condition that a place has its bits in a row of a table of blocks. @param placeId an SQL expression */
export function isInBlock(table: string, placeId: Prisma.Sql): Prisma.Sql {
  const first = `${table}.block * ${PLACES_PER_BLOCK}`;
  return Prisma.sql`${placeId} BETWEEN ${Prisma.raw(first)} AND ${Prisma.raw(`${first} + ${PLACES_PER_BLOCK - 1}`)}`;
}

/** A table of blocks with the bits of places. @param placeIds a query for ids of places, each at most once */
export function bitsOf(placeIds: Prisma.Sql): Prisma.Sql {
  const placeId = Prisma.raw("place_id");
  return Prisma.sql`SELECT ${blockOf(placeId)} AS block, SUM(${bitOf(placeId)}) AS bits FROM (${placeIds}) GROUP BY 1`;
}

/** The ids of the places that have a bit. @param blocks a table with blocks and bits */
export function placesOf(blocks: Prisma.Sql, bits: Prisma.Sql): Prisma.Sql {
  const positions = JSON.stringify(
    Array.from({ length: PLACES_PER_BLOCK }, (_, position) => position),
  );
  return Prisma.sql`
    SELECT block * ${Prisma.raw(String(PLACES_PER_BLOCK))} + positions.value AS place_id
    FROM ${blocks} CROSS JOIN json_each(${positions}) AS positions
    WHERE ${bits} <> 0 AND ${bits} >> positions.value & 1`;
}

/** JSON of a block, with its bits in two numbers that JavaScript can hold, for bytesOf. */
export function halvesOf(bits: Prisma.Sql): Prisma.Sql {
  const half = Prisma.raw(String(PLACES_PER_BLOCK / 2));
  return Prisma.sql`json_array(block, ${bits} & (1 << ${half}) - 1, ${bits} >> ${half})`;
}

/** A byte for every id from 0 on, 1 where the place has its bit. @param halves the block, and its lower and upper bits */
export function bytesOf(halves: [block: number, lower: number, upper: number][]): Buffer {
  const blocks = halves.map(([block]) => block);
  const bytes = Buffer.alloc((Math.max(-1, ...blocks) + 1) * PLACES_PER_BLOCK);
  for (const [block, ...bits] of halves) {
    for (let place = 0; place < PLACES_PER_BLOCK; place += 1) {
      const half = PLACES_PER_BLOCK / 2;
      bytes[block * PLACES_PER_BLOCK + place] =
        ((bits[place < half ? 0 : 1] ?? 0) >> (place % half)) & 1;
    }
  }
  return bytes;
}

/** The condition that a place is among those of bytesOf. Both are SQL expressions. */
export function hasByte(bytes: Prisma.Sql, placeId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`substr(${bytes}, ${placeId} + 1, 1) = x'01'`;
}

const THREES = Prisma.raw(sixtyBits("3"));
const ONES = Prisma.raw(sixtyBits("1"));
const SEVENS = Prisma.raw(sixtyBits("07"));

/** Sixty bits, of which some octal digits are the pattern, as SQL. */
function sixtyBits(digits: string): string {
  return `0x${BigInt(`0o${digits.repeat(20 / digits.length)}`).toString(16)}`;
}

/**
 * How many of sixty bits are set: an SQL expression. Bits are added up within each octal digit, then within pairs of digits,
 * and what is left modulo 63 is the sum of the pairs (item 169 of HAKMEM, MIT AI Memo 239, 1972).
 * @param bits an SQL expression, written six times
 */
export const countBits = (bits: Prisma.Sql) => sumOfDigits(bitsOfDigits(bits));

/** The same in many columns of the same rows, added up: an array of JSON. @param rows FROM and what comes after */
export function countColumns(columns: Prisma.Sql[], rows: Prisma.Sql): Prisma.Sql {
  const names = columns.map((_, index) => Prisma.raw(`n${index}`));
  const list = (expressions: Prisma.Sql[]) =>
    Prisma.join(
      expressions.map((expression, index) => Prisma.sql`${expression} AS ${names[index]}`),
    );
  const sums = names.map((name) => Prisma.sql`coalesce(SUM(${sumOfDigits(name)}), 0)`);
  // LIMIT -1 keeps SQLite from writing each expression where it is used, and working it out several times.
  return Prisma.sql`
    SELECT json_array(${Prisma.join(sums)}) FROM (
      SELECT ${list(names.map(bitsOfDigits))} FROM (SELECT ${list(columns)} ${rows} LIMIT -1) LIMIT -1)`;
}

const bitsOfDigits = (bits: Prisma.Sql) =>
  Prisma.sql`(${bits} - (${bits} >> 1 & ${THREES}) - (${bits} >> 2 & ${ONES}))`;

const sumOfDigits = (digits: Prisma.Sql) =>
  Prisma.sql`(${digits} + (${digits} >> 3) & ${SEVENS}) % 63`;
