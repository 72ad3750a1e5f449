import { Prisma } from "#app/db/database.server.ts";
import type { PlaceCounts } from "./count-places.server.ts";
import { MANY_MATCHES, placesInTiers, weighedPlaces } from "./match-order.server.ts";
import { fromMatching, fromOrdered, gatheredPlaces, gatheredTable, metresOf } from "./matching-places.server.ts";
import { metresFrom, type PlaceFilter } from "./place-filter.server.ts";
import { type Sort, WALKS } from "./place-query.ts";

/** How many places a page of the list has. */
export const PLACES_PER_PAGE = 20;

/** Which page of which places, in which order. */
export type PlacePage = { filter: PlaceFilter; sort: Sort; page: number };

/** What is known of the places that match, which decides how a page of them is looked for. */
export type Counted = Pick<PlaceCounts, "matching" | "walks" | "few">;

/** The tables for WITH that a page is read from, and a query for the ids of the places on it, in order. */
export function pageOfPlaces({ filter, sort: asked, page }: PlacePage, counted: Counted) {
  const sort = asked === "match" && filter.words.length === 0 ? "best" : asked;
  const { tables, ids } = placesInOrder({ filter: withinEnough({ filter, sort, page }, counted), sort, page }, counted);
  return {
    tables,
    ids: Prisma.sql`${ids} LIMIT ${PLACES_PER_PAGE} OFFSET ${(page - 1) * PLACES_PER_PAGE}`,
  };
}

/**
 * A page of places that match: those that are few are sorted; of many, most orders are read from an index until there is
 * enough, and what is in between is gathered.
 */
function placesInOrder({ filter, sort, page }: PlacePage, { matching, few }: Counted) {
  if (sort === "match" && matching >= MANY_MATCHES)
    return { tables: gatheredPlaces([filter]), ids: placesInTiers(filter) };
  if (few) return sortFew(few, filter, sort);
  const isOrdered = sort !== "match" && (!gatheredTable(filter) || matching >= 100 * page * PLACES_PER_PAGE);
  const isByComputedWalk = sort === "nearest" && filter.from !== undefined;
  if (isOrdered && !isByComputedWalk) {
    const order = orderOf(sort, metresFrom(filter.from));
    return {
      tables: gatheredPlaces([]),
      ids: Prisma.sql`SELECT place_index.place_id ${fromOrdered(filter)} ORDER BY ${order}`,
    };
  }
  return {
    tables: gatheredPlaces([filter]),
    ids: Prisma.sql`SELECT place_index.place_id ${fromMatching(filter)} ORDER BY ${orderOf(sort, metresOf(filter))}`,
  };
}

function sortFew(few: number[], filter: PlaceFilter, sort: Sort) {
  const isWeighed = sort === "match";
  const weighed = isWeighed ? Prisma.sql`, weighed AS MATERIALIZED (${weighedPlaces(filter)})` : Prisma.empty;
  const join = isWeighed ? Prisma.sql`LEFT JOIN weighed ON weighed.place_id = place_index.place_id` : Prisma.empty;
  return {
    tables: Prisma.sql`few_places AS MATERIALIZED (
      SELECT value AS place_id FROM json_each(${JSON.stringify(few)})) ${weighed}`,
    ids: Prisma.sql`
      SELECT place_index.place_id
      FROM few_places CROSS JOIN place_index ON place_index.place_id = few_places.place_id ${join}
      ORDER BY ${orderOf(sort, metresFrom(filter.from))}`,
  };
}

/** The same places up to this page, nearest first, looked for within the shortest walk that has enough of them. */
function withinEnough({ filter, sort, page }: PlacePage, { walks }: Counted): PlaceFilter {
  if (sort !== "nearest" || !filter.from) return filter;
  const [, ...within] = walks;
  const walk = WALKS.find((_, index) => (within[index] ?? 0) >= page * PLACES_PER_PAGE);
  return { ...filter, walk: walk && walk < (filter.walk ?? Number.POSITIVE_INFINITY) ? walk : filter.walk };
}

/** @param metres an SQL expression for how far away a place is */
function orderOf(sort: Sort, metres: Prisma.Sql): Prisma.Sql {
  switch (sort) {
    case "match":
      return Prisma.sql`weighed.rank NULLS LAST, place_index.score DESC, place_index.place_id`;
    case "best":
      return Prisma.sql`place_index.score DESC, place_index.place_id`;
    case "nearest":
      return Prisma.sql`${metres} NULLS LAST, place_index.place_id`;
    case "cheapest":
      return Prisma.sql`place_index.price_pence, place_index.place_id`;
    case "newest":
      return Prisma.sql`place_index.created_at DESC, place_index.place_id DESC`;
    case "most-reviewed":
      return Prisma.sql`place_index.review_count DESC, place_index.place_id`;
    case "name":
      return Prisma.sql`place_index.name_key, place_index.place_id`;
  }
}
