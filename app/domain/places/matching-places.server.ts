import { Prisma } from "#app/db/database.server.ts";
import { wordPattern } from "../search/search-words.ts";
import {
  confirmed,
  isOpen,
  type OpenWhen,
  type PlaceFilter,
  rowConditions,
  servesCuisine,
} from "./place-filter.server.ts";

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
    ...(filter.open && table !== openTable(filter.open) ? [isOpen(filter.open)] : []),
  ];
  return Prisma.sql`FROM ${gathered} ${join} WHERE ${Prisma.join([rowConditions(filter), ...others], " AND ")}`;
}

/**
 * FROM and WHERE for the same places without gathering any, to be read in the order of an index until there are enough:
 * quicker where many places match. Not for a search.
 */
export function fromOrdered(filter: PlaceFilter): Prisma.Sql {
  const others = [
    ...(filter.cuisineIds.length > 0 ? [servesCuisine(filter)] : []),
    ...(filter.open ? [isOpen(filter.open)] : []),
  ];
  return Prisma.sql`FROM place_index WHERE ${Prisma.join([rowConditions(filter), ...others], " AND ")}`;
}

/** The tables for WITH that fromMatching reads from for any of the filters. */
export function gatheredPlaces(filters: PlaceFilter[]): Prisma.Sql {
  const tables = new Map<string, Prisma.Sql>();
  for (const filter of filters) {
    const table = gatheredTable(filter);
    if (table) tables.set(table, gather(filter));
  }
  const named = [...tables].map(([name, ids]) => Prisma.sql`${Prisma.raw(name)} (place_id) AS MATERIALIZED (${ids})`);
  return Prisma.join([Prisma.sql`no_places AS (SELECT 1)`, ...named]);
}

function gatheredTable({ words, cuisineIds, open }: PlaceFilter): string | undefined {
  if (words.length > 0) return "found_places";
  if (cuisineIds.length > 0) return "cuisine_places";
  return open && openTable(open);
}

function openTable({ isNow }: OpenWhen): string {
  return isNow ? "open_now" : "open_then";
}

function gather({ words, cuisineIds, open }: PlaceFilter): Prisma.Sql {
  if (words.length > 0) return foundPlaces(words);
  if (cuisineIds.length > 0 || !open) {
    return Prisma.sql`SELECT DISTINCT place_id FROM place_cuisines WHERE cuisine_id IN (${Prisma.join(cuisineIds)})`;
  }
  return openPlaces(open);
}

/** The ids of the places that are open when they have to be, read in the order of the hours' index. */
function openPlaces({ windows, confirmedSince }: OpenWhen): Prisma.Sql {
  const contained = windows.map(
    ({ day, minute, onlyUsual }) => Prisma.sql`
      SELECT place_index.place_id FROM opening_intervals
      CROSS JOIN place_index ON place_index.place_id = opening_intervals.place_id
      WHERE opening_intervals.day = ${day} AND opening_intervals.opens_at <= ${minute}
        AND opening_intervals.closes_at > ${minute}
        ${onlyUsual ? Prisma.sql`AND place_index.bank_holidays_usual = 1` : Prisma.empty}${confirmed(confirmedSince)}`,
  );
  return Prisma.join(contained, " UNION ");
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
