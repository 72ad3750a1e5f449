import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import { jsonColumn } from "../text/json-column.ts";
import { metresOfWalk } from "../walk/walk.ts";
import { fromMatching, gatheredPlaces } from "./matching-places.server.ts";
import { DIETS, FEATURES } from "./needs.ts";
import { isUnfiltered, metresFrom, type OpenWhen, type PlaceFilter } from "./place-filter.server.ts";
import { PRICES, SCORES, WALKS } from "./place-query.ts";

const NEEDS = [...DIETS, ...FEATURES];
const counts = jsonColumn(z.array(z.number()));

const countedPlaces = z.tuple([
  z.object({
    matching: counts,
    needs: counts,
    price: counts,
    walk: counts,
    score: counts,
    openNow: counts,
    openOrNot: counts,
    cuisines: jsonColumn(z.array(z.tuple([z.number(), z.number()]))),
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
  /** By the id of the cuisine; one that has none is missing. */
  cuisines: Map<number, number>;
};

/** Counts the places for a filter and for each of its options, exactly. @param now what "open now" means */
export async function countPlaces(filter: PlaceFilter, now: OpenWhen): Promise<PlaceCounts> {
  const [row] = countedPlaces.parse(await reader().$queryRaw(countPlacesSql(filter, now)));
  return {
    matching: row.matching[0] ?? 0,
    needs: new Map(NEEDS.map(({ bit }, index) => [bit, row.needs[index] ?? 0])),
    prices: row.price,
    walks: row.walk,
    scores: row.score,
    openNow: row.openNow[0] ?? 0,
    openOrNot: row.openOrNot[0] ?? 0,
    cuisines: new Map(row.cuisines),
  };
}

/** How many places match a filter. */
export async function countMatching(filter: PlaceFilter): Promise<number> {
  const rows = await reader()
    .$queryRaw`WITH ${gatheredPlaces([filter])} SELECT COUNT(*) AS count ${fromMatching(filter)}`;
  return z.tuple([z.object({ count: z.coerce.number() })]).parse(rows)[0].count;
}

/** The SQL behind countPlaces, one statement with a column of JSON for each group; a test explains it. */
export function countPlacesSql(filter: PlaceFilter, now: OpenWhen): Prisma.Sql {
  const metres = metresFrom(filter.from);
  const needs = NEEDS.map(({ bit }) => Prisma.sql`COUNT(*) FILTER (WHERE place_index.needs & ${bit})`);
  const prices = PRICES.map((price) => Prisma.sql`COUNT(*) FILTER (WHERE place_index.price_pence < ${price * 100})`);
  const walks = WALKS.map((walk) => Prisma.sql`COUNT(*) FILTER (WHERE ${metres} <= ${metresOfWalk(walk)})`);
  const scores = SCORES.map((score) => Prisma.sql`COUNT(*) FILTER (WHERE place_index.score >= ${score})`);
  const all = Prisma.sql`COUNT(*)`;
  const matching = fromMatching(filter);
  const openNow = fromMatching({ ...filter, open: now });
  return Prisma.sql`
    WITH ${gatheredPlaces([filter, { ...filter, open: now }, { ...filter, cuisineIds: [] }, { ...filter, cuisineIds: [], open: now }])}
    SELECT
      (SELECT json_array(COUNT(*)) ${matching}) AS matching,
      (SELECT json_array(${Prisma.join(needs)}) ${matching}) AS needs,
      (SELECT json_array(${Prisma.join([all, ...prices])}) ${fromMatching({ ...filter, price: undefined })}) AS price,
      (SELECT json_array(${Prisma.join([all, ...walks])}) ${fromMatching({ ...filter, walk: undefined })}) AS walk,
      (SELECT json_array(${Prisma.join([all, ...scores])}) ${fromMatching({ ...filter, score: undefined })}) AS score,
      (SELECT json_array(COUNT(*)) ${openNow}) AS openNow,
      (SELECT json_array(COUNT(*)) ${fromMatching({ ...filter, open: undefined })}) AS openOrNot,
      (${countCuisines({ ...filter, cuisineIds: [] })}) AS cuisines`;
}

function countCuisines(filter: PlaceFilter): Prisma.Sql {
  const counted = isUnfiltered(filter)
    ? // Quicker than from the places: few of them have closed.
      Prisma.sql`
        SELECT cuisine_id, COUNT(*) AS places FROM place_cuisines
        WHERE place_id NOT IN (SELECT place_id FROM place_index WHERE is_closed > ${filter.includeClosed ? 1 : 0})
        GROUP BY cuisine_id`
    : Prisma.sql`
        SELECT place_cuisines.cuisine_id, COUNT(*) AS places
        ${fromMatching(filter, Prisma.sql`CROSS JOIN place_cuisines ON place_cuisines.place_id = place_index.place_id`)}
        GROUP BY place_cuisines.cuisine_id`;
  return Prisma.sql`SELECT json_group_array(json_array(cuisine_id, places)) FROM (${counted})`;
}
