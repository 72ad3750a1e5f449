import { Prisma } from "#app/db/database.server.ts";
import { wordPattern } from "../search/search-words.ts";
import { metresOfWalk } from "../walk/walk.ts";
import {
  isAround,
  isConfirmed,
  isKept,
  isOpen,
  metresFrom,
  type OpenWhen,
  type PlaceFilter,
  rowConditions,
  servesCuisine,
} from "./place-filter.server.ts";
import type { Position } from "./place-query.ts";

/** How many of the newest reviews that mention a word count for a search. */
const MOST_MENTIONS = 1000;

/**
 * FROM and WHERE for the places that match a filter, as rows of place_index. The most selective part is gathered first,
 * into a table that gatheredPlaces makes: CROSS JOIN keeps SQLite from trying another way round.
 * @param join more tables, after place_index
 */
export function fromMatching(filter: PlaceFilter, join: Prisma.Sql = Prisma.empty): Prisma.Sql {
  const table = gatheredTable(filter);
  const gathered = table
    ? Prisma.sql`${Prisma.raw(table)} CROSS JOIN place_index ON place_index.place_id = ${Prisma.raw(table)}.place_id`
    : Prisma.sql`place_index`;
  const others = [
    ...(filter.cuisineIds.length > 0 && table !== "cuisine_places" ? [servesCuisine(filter)] : []),
    ...(filter.open ? [table === openTable(filter.open) ? isConfirmed(filter.open) : isOpen(filter.open)] : []),
  ];
  const conditions = [rowConditions(filter, metresOf(filter)), ...others];
  return Prisma.sql`FROM ${gathered} ${join} WHERE ${Prisma.join(conditions, " AND ")}`;
}

/** How far away a place is that fromMatching reads: an SQL expression. */
export function metresOf(filter: PlaceFilter): Prisma.Sql {
  return isGatheredByWalk(filter) ? Prisma.sql`near_places.metres` : metresFrom(filter.from);
}

/**
 * FROM and WHERE for the same places without gathering any, to be read in the order of an index until there are enough:
 * quicker where many places match.
 * @param condition one more condition, which is tried before those that look elsewhere
 */
export function fromOrdered(filter: PlaceFilter, condition = Prisma.sql`TRUE`): Prisma.Sql {
  const { words, cuisineIds, open } = filter;
  const conditions = [
    rowConditions(filter),
    condition,
    ...(words.length > 0 ? [Prisma.sql`place_index.place_id IN (${foundPlaces(words)})`] : []),
    ...(cuisineIds.length > 0 ? [servesCuisine(filter)] : []),
    ...(open ? [isOpen(open)] : []),
  ];
  return Prisma.sql`FROM place_index WHERE ${Prisma.join(conditions, " AND ")}`;
}

/** Whether the places of a filter are gathered by how far they are from somewhere that is not the campus. */
export function isGatheredByWalk(filter: PlaceFilter): boolean {
  return gatheredTable(filter) === "near_places";
}

/**
 * The tables for WITH that fromMatching reads from.
 * @param filters whose table is read several times, and therefore kept while the statement runs
 * @param readOnce those whose table is read once, as it is made
 */
export function gatheredPlaces(filters: PlaceFilter[], readOnce: PlaceFilter[] = []): Prisma.Sql {
  const tables = new Map([...readOnce, ...filters].map((filter) => [gatheredTable(filter), filter]));
  const kept = filters.map(gatheredTable);
  const named = [...tables].flatMap(([name, filter]) => {
    const how = Prisma.raw(kept.includes(name) ? "MATERIALIZED" : "NOT MATERIALIZED");
    return name ? [Prisma.sql`${Prisma.raw(name)} AS ${how} (${gather(name, filter)})`] : [];
  });
  return Prisma.join([Prisma.sql`no_places AS (SELECT 1)`, ...named]);
}

type GatheredTable = "found_places" | "cuisine_places" | "near_places" | "open_now" | "open_then";

/** The table that the places of a filter are gathered into, before they are tried; none when an index is read instead. */
export function gatheredTable({ words, cuisineIds, from, walk, open }: PlaceFilter): GatheredTable | undefined {
  if (words.length > 0) return "found_places";
  if (cuisineIds.length > 0) return "cuisine_places";
  if (from && walk) return "near_places";
  return open && openTable(open);
}

function openTable({ isNow }: OpenWhen): GatheredTable {
  return isNow ? "open_now" : "open_then";
}

function gather(table: GatheredTable, { words, cuisineIds, from, walk, open }: PlaceFilter): Prisma.Sql {
  if (table === "found_places") return foundPlaces(words);
  if (table === "cuisine_places") {
    const distinct = cuisineIds.length > 1 ? Prisma.sql`DISTINCT` : Prisma.empty;
    return Prisma.sql`SELECT ${distinct} place_id FROM place_cuisines WHERE cuisine_id IN (${Prisma.join(cuisineIds)})`;
  }
  if (table === "near_places" && from && walk) return nearPlaces(from, walk);
  return open ? openPlaces(open) : Prisma.sql`SELECT 0 AS place_id`;
}

/** The ids of the places within a walk of so many minutes from a position, and how far each is away. */
export function nearPlaces(from: Position, walk: number): Prisma.Sql {
  const most = metresOfWalk(walk);
  // LIMIT -1 keeps SQLite from working the distance out twice.
  return Prisma.sql`
    SELECT place_id, metres FROM (
      SELECT place_id, ${metresFrom(from)} AS metres FROM place_index NOT INDEXED WHERE ${isAround(from, most)} LIMIT -1
    ) WHERE metres <= ${most}`;
}

/** The ids of the places with an opening interval that holds one of the windows, read in the order of the hours' index. */
function openPlaces({ windows }: OpenWhen): Prisma.Sql {
  const contained = windows.map((window) => {
    const { day, minute } = window;
    return Prisma.sql`
      SELECT place_id FROM opening_intervals
      WHERE day = ${day} AND opens_at <= ${minute} AND closes_at > ${minute} ${isKept(window)}`;
  });
  // The intervals of a place are apart, but for those of bank holidays, which may reach into a usual day.
  const isApart = windows.every(({ keeping }) => keeping === undefined);
  return Prisma.join(contained, isApart ? " UNION ALL " : " UNION ");
}

/** The ids of the places that a search finds: each word in their own texts, or in one of the newest reviews that have it. */
function foundPlaces(words: string[]): Prisma.Sql {
  const found = words.map((word) => {
    const pattern = wordPattern(word);
    return Prisma.sql`SELECT place_id FROM (
      SELECT rowid AS place_id FROM place_search WHERE place_search MATCH ${pattern}
      UNION
      SELECT place_id FROM reviews WHERE id IN (
        SELECT rowid FROM review_search WHERE review_search MATCH ${pattern} ORDER BY rowid DESC LIMIT ${MOST_MENTIONS}
      )
    )`;
  });
  return Prisma.join(found, " INTERSECT ");
}
