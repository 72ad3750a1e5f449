import { Prisma } from "#app/db/database.server.ts";
import { foundPlaces } from "../search/found-places.server.ts";
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
    ...(filter.open ? [table === "open_places" ? isConfirmed(filter.open) : isOpen(filter.open)] : []),
  ];
  const conditions = [rowConditions(filter, metresOf(filter)), ...others];
  return Prisma.sql`FROM ${gathered} ${join} WHERE ${Prisma.join(conditions, " AND ")}`;
}

/** How far away a place is that fromMatching reads: an SQL expression. */
export function metresOf(filter: PlaceFilter): Prisma.Sql {
  return gatheredTable(filter) === "near_places" ? Prisma.sql`near_places.metres` : metresFrom(filter.from);
}

/**
 * FROM and WHERE for the same places, searches aside, without gathering any, to be read in the order of an index until there
 * are enough: quicker where many places match.
 */
export function fromOrdered(filter: PlaceFilter): Prisma.Sql {
  const { cuisineIds, open } = filter;
  const conditions = [
    rowConditions(filter),
    ...(cuisineIds.length > 0 ? [servesCuisine(filter)] : []),
    ...(open ? [isOpen(open)] : []),
  ];
  return Prisma.sql`FROM place_index WHERE ${Prisma.join(conditions, " AND ")}`;
}

/** The table for WITH that fromMatching reads from, if any. */
export function gatheredPlaces(filter: PlaceFilter): Prisma.Sql[] {
  const table = gatheredTable(filter);
  return table ? [Prisma.sql`${Prisma.raw(table)} AS MATERIALIZED (${gather(table, filter)})`] : [];
}

type GatheredTable = "found_places" | "cuisine_places" | "near_places" | "open_places";

/** The table that the places of a filter are gathered into, before they are tried; none when an index is read instead. */
export function gatheredTable({ words, cuisineIds, from, walk, open }: PlaceFilter): GatheredTable | undefined {
  if (words.length > 0) return "found_places";
  if (cuisineIds.length > 0) return "cuisine_places";
  if (from && walk) return "near_places";
  return open && "open_places";
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
function nearPlaces(from: Position, walk: number): Prisma.Sql {
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
