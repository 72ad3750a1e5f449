import { Prisma } from "#app/db/database.server.ts";
import type { PlaceCounts } from "./count-places.server.ts";
import { bestMatches, foundInOrder, type OrderedPlaces, weighedPlaces } from "./match-order.server.ts";
import { fromMatching, fromOrdered, gatheredPlaces, gatheredTable, metresOf } from "./matching-places.server.ts";
import { metresFrom, type PlaceFilter } from "./place-filter.server.ts";
import { type Sort, WALKS } from "./place-query.ts";

/** How many places a page of the list has. */
export const PLACES_PER_PAGE = 20;

/** Which page of which places, in which order. */
export type PlacePage = { filter: PlaceFilter; sort: Sort; page: number };

/** What is known of the places that match, which decides how a page of them is looked for. */
export type Counted = Pick<PlaceCounts, "matching" | "walks" | "few" | "mentioned">;

/** The ids of the places on a page, in order. */
export function pageOfPlaces({ filter, sort: asked, page }: PlacePage, counted: Counted): OrderedPlaces {
  const sort = asked === "match" && filter.words.length === 0 ? "best" : asked;
  const { tables, ids } = placesInOrder({ filter, sort, page }, counted);
  return { tables, ids: Prisma.sql`${ids} LIMIT ${PLACES_PER_PAGE} OFFSET ${(page - 1) * PLACES_PER_PAGE}` };
}

/** Places that match, in order: those that are few are sorted, and a search looks for its words among all in that order. */
function placesInOrder({ filter, sort, page }: PlacePage, counted: Counted): OrderedPlaces {
  const { few, mentioned } = counted;
  if (few) return sortFew(few, filter, sort);
  const { words } = filter;
  const others = { ...withinEnough({ filter, sort, page }, counted), words: [] };
  const places = placesWithoutSearch({ filter: others, sort: sort === "match" ? "best" : sort, page }, counted);
  if (words.length === 0) return places;
  const search = { words, mentioned, most: page * PLACES_PER_PAGE };
  return sort === "match" ? bestMatches(places, search) : foundInOrder(places, search);
}

/** Most orders are read from an index until there are enough; what many rows would have to be tried for is gathered. */
function placesWithoutSearch({ filter, sort, page }: PlacePage, { matching }: Counted): OrderedPlaces {
  const isByComputedWalk = sort === "nearest" && filter.from !== undefined;
  const areEnough = !gatheredTable(filter) || matching >= 100 * page * PLACES_PER_PAGE;
  if (areEnough && !isByComputedWalk) {
    const order = orderOf(sort, metresFrom(filter.from));
    return { tables: [], ids: Prisma.sql`SELECT place_index.place_id ${fromOrdered(filter)} ORDER BY ${order}` };
  }
  const order = orderOf(sort, metresOf(filter));
  return {
    tables: gatheredPlaces(filter),
    ids: Prisma.sql`SELECT place_index.place_id ${fromMatching(filter)} ORDER BY ${order}`,
  };
}

function sortFew(few: number[], filter: PlaceFilter, sort: Sort): OrderedPlaces {
  const isWeighed = sort === "match";
  const join = isWeighed ? Prisma.sql`LEFT JOIN weighed ON weighed.place_id = place_index.place_id` : Prisma.empty;
  const ids = Prisma.sql`SELECT value AS place_id FROM json_each(${JSON.stringify(few)})`;
  return {
    tables: [
      Prisma.sql`few_places AS MATERIALIZED (${ids})`,
      ...(isWeighed ? [Prisma.sql`weighed AS MATERIALIZED (${weighedPlaces(filter)})`] : []),
    ],
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
