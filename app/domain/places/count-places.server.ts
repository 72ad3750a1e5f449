import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import { jsonColumn } from "../text/json-column.ts";
import { countCuisines } from "./count-cuisines.server.ts";
import { countGathered } from "./count-gathered.server.ts";
import { countIndexed } from "./count-indexed.server.ts";
import { fromMatching, gatheredPlaces, gatheredTable } from "./matching-places.server.ts";
import { NEEDS, runningSums } from "./option-steps.ts";
import type { OpenWhen, PlaceFilter } from "./place-filter.server.ts";
import { LONGEST_WALK } from "./place-query.ts";

const counts = jsonColumn(z.array(z.number()));
/** For any, and then in steps. */
const stepCounts = jsonColumn(z.tuple([z.number()], z.number()));

const countedPlaces = z.tuple([
  z.object({
    matching: z.coerce.number(),
    needs: counts,
    price: stepCounts,
    walk: stepCounts,
    score: stepCounts,
    openNow: z.coerce.number(),
    openOrNot: z.coerce.number(),
    cuisines: jsonColumn(z.array(z.tuple([z.number(), z.number()]))),
    few: counts.nullable(),
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
  /** The ids of the matching places, where they were looked for one by one and are few. */
  few: number[] | undefined;
};

/** How many places are few. */
const MOST_FEW = 2000;

/** Counts the places for a filter and for each of its options, exactly. @param now what "open now" means */
export async function countPlaces(filter: PlaceFilter, now: OpenWhen): Promise<PlaceCounts> {
  return readPlaceCounts(await reader().$queryRaw(countPlacesSql(filter, now)));
}

/** Reads what the statement of countPlacesSql answers. */
export function readPlaceCounts(rows: unknown): PlaceCounts {
  const [row] = countedPlaces.parse(rows);
  return {
    matching: row.matching,
    needs: new Map(NEEDS.map(({ bit }, index) => [bit, row.needs[index] ?? 0])),
    prices: options(row.price),
    walks: options(row.walk),
    scores: [row.score[0], ...options(row.score).slice(1).reverse()],
    openNow: row.openNow,
    openOrNot: row.openOrNot,
    cuisines: new Map(row.cuisines),
    few: row.few ?? undefined,
  };
}

function options([any, ...steps]: [number, ...number[]]): number[] {
  return [any, ...runningSums(steps)];
}

/** How many places match a filter. */
export async function countMatching(filter: PlaceFilter): Promise<number> {
  const rows = await reader()
    .$queryRaw`WITH ${gatheredPlaces([filter])} SELECT COUNT(*) AS count ${fromMatching(filter)}`;
  return z.tuple([z.object({ count: z.coerce.number() })]).parse(rows)[0].count;
}

/** The SQL behind countPlaces, one statement with a column for each group; a test explains it. */
export function countPlacesSql(filter: PlaceFilter, now: OpenWhen): Prisma.Sql {
  const openNow = { ...filter, open: now };
  const openOrNot = { ...filter, open: undefined };
  const anyCuisine = { ...filter, cuisineIds: [] };
  const count = (other: PlaceFilter) => Prisma.sql`(SELECT COUNT(*) ${fromMatching(other)})`;
  return Prisma.sql`
    WITH ${gatheredPlaces([withinLongest(filter), withinLongest(anyCuisine)], [openNow, openOrNot, { ...filter, walk: undefined }])}
    SELECT counted.*, (${countCuisines(anyCuisine)}) AS cuisines,
      ${filter.open?.isNow ? Prisma.sql`counted.matching` : count(openNow)} AS openNow,
      ${filter.open ? count(openOrNot) : Prisma.sql`counted.matching`} AS openOrNot,
      ${gatheredTable(filter) ? idsOfFew(filter) : Prisma.sql`NULL`} AS few
    FROM (${gatheredTable(filter) ? countGathered(filter) : countIndexed(filter)}) AS counted`;
}

function idsOfFew(filter: PlaceFilter): Prisma.Sql {
  return Prisma.sql`CASE WHEN counted.matching <= ${MOST_FEW}
    THEN (SELECT json_group_array(place_index.place_id) ${fromMatching(filter)}) END`;
}

/** The same filter with the longest walk, where one is chosen: those further away are counted for its other options. */
function withinLongest(filter: PlaceFilter): PlaceFilter {
  return { ...filter, walk: filter.walk && LONGEST_WALK };
}
