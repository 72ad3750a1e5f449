import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import { jsonColumn } from "../text/json-column.ts";
import {
  bytesOf,
  countBits,
  countColumns,
  halvesOf,
  NEEDS,
  placesOf,
  scoreColumn,
  underColumn,
  withinColumn,
} from "./place-bits.server.ts";
import { isLookedUp, type OpenWhen, type PlaceFilter } from "./place-filter.server.ts";
import { PRICES, SCORES, WALKS } from "./place-query.ts";
import { type Group, matching, matchingWithout, sievedBlocks } from "./sieved-blocks.server.ts";

const numbers = jsonColumn(z.array(z.number()));

const countedPlaces = z.tuple([
  z.object({
    counts: numbers,
    cuisines: jsonColumn(z.array(z.tuple([z.number(), z.number()]))),
    few: numbers.nullable(),
    many: jsonColumn(z.array(z.tuple([z.number(), z.number(), z.number()]))).nullable(),
  }),
]);

/** How many places match a filter, and how many each option would give with the other groups applied. */
export type PlaceCounts = {
  matching: number;
  /** By the bit of the need. */
  needs: Map<number, number>;
  /** For any, and then in the order of PRICES, WALKS and SCORES. */
  prices: number[];
  walks: number[];
  scores: number[];
  openNow: number;
  openOrNot: number;
  /** By the id of the cuisine; one that has none may be missing. */
  cuisines: Map<number, number>;
  /** The ids of the places that match, where they were looked up and are few. */
  few: number[] | undefined;
  /** Where they are many, a byte for every id from 0 on: 1 for a place that matches. */
  many: Buffer | undefined;
};

/** How many places are few. */
const MOST_FEW = 2000;

/** Counts the places for a filter and for each of its options, exactly. @param now what "open now" means */
export async function countPlaces(filter: PlaceFilter, now: OpenWhen): Promise<PlaceCounts> {
  return readPlaceCounts(await reader().$queryRaw(countPlacesSql(filter, now)));
}

/** Reads what the statement of countPlacesSql answers. */
export function readPlaceCounts(rows: unknown): PlaceCounts {
  const [{ counts, cuisines, few, many }] = countedPlaces.parse(rows);
  const next = (count: number) => counts.splice(0, count);
  const [matching = 0, openNow = 0, openOrNot = 0] = next(3);
  return {
    ...{ matching, openNow, openOrNot },
    needs: new Map(NEEDS.map(({ bit }) => [bit, next(1)[0] ?? 0])),
    prices: next(PRICES.length + 1),
    walks: next(WALKS.length + 1),
    scores: next(SCORES.length + 1),
    cuisines: new Map(cuisines),
    few: few ?? undefined,
    many: many ? bytesOf(many) : undefined,
  };
}

/** What is counted, in the order in which readPlaceCounts reads it. */
const COUNTED = [
  ...[
    matching,
    Prisma.sql`${matchingWithout("open")} & open_now & confirmed`,
    matchingWithout("open"),
  ],
  ...NEEDS.map(({ column }) => Prisma.sql`${matching} & ${column}`),
  ...options("price", PRICES.map(underColumn)),
  ...options("walk", WALKS.map(withinColumn)),
  ...options("score", SCORES.map(scoreColumn)),
];

const COUNTS = countColumns(COUNTED, Prisma.sql`FROM sieved_blocks`);

function options(group: Group, columns: Prisma.Sql[]): Prisma.Sql[] {
  const any = matchingWithout(group);
  return [any, ...columns.map((column) => Prisma.sql`${any} & ${column}`)];
}

/** The SQL behind countPlaces, one statement with a column for each kind of count; a test explains it. */
export function countPlacesSql(filter: PlaceFilter, now: OpenWhen): Prisma.Sql {
  const areFew = Prisma.sql`counts ->> 0 <= ${MOST_FEW}`;
  const few = Prisma.sql`
    SELECT json_group_array(place_id) FROM (${placesOf(Prisma.raw("sieved_blocks"), matching)})`;
  const many = Prisma.sql`SELECT json_group_array(${halvesOf(matching)}) FROM sieved_blocks WHERE ${matching} <> 0`;
  const found = isLookedUp(filter)
    ? Prisma.sql`iif(${areFew}, (${few}), NULL) AS few, iif(${areFew}, NULL, (${many})) AS many`
    : Prisma.sql`NULL AS few, NULL AS many`;
  return Prisma.sql`
    WITH ${sievedBlocks(filter, now)} SELECT counts, (${countCuisines()}) AS cuisines, ${found}
    FROM (SELECT (${COUNTS}) AS counts)`;
}

/** JSON with how many of the places that match serve each cuisine, by its id. */
function countCuisines(): Prisma.Sql {
  const served = Prisma.sql`(${matchingWithout("cuisine")} & cuisine_bits.bits)`;
  return Prisma.sql`
    SELECT json_group_array(json_array(cuisine_id, places)) FROM (
      SELECT cuisine_id, SUM(${countBits(served)}) AS places
      FROM cuisine_bits CROSS JOIN sieved_blocks ON sieved_blocks.block = cuisine_bits.block
      GROUP BY cuisine_id)`;
}

/** How many places match a filter. */
export async function countMatching(filter: PlaceFilter): Promise<number> {
  const rows = await reader().$queryRaw`
    WITH ${sievedBlocks(filter)} SELECT coalesce(SUM(${countBits(matching)}), 0) AS count FROM sieved_blocks`;
  return z.tuple([z.object({ count: z.coerce.number() })]).parse(rows)[0].count;
}
