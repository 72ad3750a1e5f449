import { Prisma } from "#app/db/database.server.ts";
import { metresOfWalk } from "../walk/walk.ts";
import type { PlaceCounts } from "./count-places.server.ts";
import { bestMatches, type OrderedPlaces, weighedPlaces } from "./match-order.server.ts";
import { hasByte } from "./place-bits.server.ts";
import { isAround, metresFrom, type PlaceFilter, rowConditions } from "./place-filter.server.ts";
import { type Sort, WALKS } from "./place-query.ts";

/** How many places a page of the list has. */
export const PLACES_PER_PAGE = 20;

/** Which page of which places, in which order. */
export type PlacePage = { filter: PlaceFilter; sort: Sort; page: number };

/** What is known of the places that match, so that they are not looked for again. */
export type Counted = Pick<PlaceCounts, "matching" | "walks" | "few" | "many">;

const PLACE_ID = Prisma.raw("place_index.place_id");

/** The ids of the places on a page, in order. */
export function pageOfPlaces(
  { filter, sort: asked, page }: PlacePage,
  counted: Counted,
): OrderedPlaces {
  const sort = asked === "match" && filter.words.length === 0 ? "best" : asked;
  const { tables, ids } = placesInOrder({ filter, sort, page }, counted);
  return {
    tables,
    ids: Prisma.sql`${ids} LIMIT ${PLACES_PER_PAGE} OFFSET ${(page - 1) * PLACES_PER_PAGE}`,
  };
}

/** Few places are sorted; of many, an index of their order is read until there are enough that match. */
function placesInOrder(
  { filter, sort, page }: PlacePage,
  { matching, few, many, walks }: Counted,
): OrderedPlaces {
  if (few) return sortFew(few, filter, sort);
  const order = orderOf(sort === "match" ? "best" : sort, metresFrom(filter.from));
  const isNear = sort === "nearest" ? withinEnough(filter, walks, page) : Prisma.sql`TRUE`;
  const tables = many ? [Prisma.sql`matching_bytes AS MATERIALIZED (SELECT ${many} AS bytes)`] : [];
  const isFound = many
    ? hasByte(Prisma.sql`(SELECT bytes FROM matching_bytes)`, PLACE_ID)
    : rowConditions(filter);
  const ids = Prisma.sql`SELECT ${PLACE_ID} FROM place_index WHERE ${isFound} AND ${isNear} ORDER BY ${order}`;
  if (sort !== "match") return { tables, ids };
  return bestMatches({
    tables,
    ids,
    isFound,
    words: filter.words,
    matching,
    most: page * PLACES_PER_PAGE,
  });
}

function sortFew(few: number[], filter: PlaceFilter, sort: Sort): OrderedPlaces {
  const isWeighed = sort === "match";
  const join = isWeighed
    ? Prisma.sql`LEFT JOIN weighed ON weighed.place_id = place_index.place_id`
    : Prisma.empty;
  const ids = Prisma.sql`SELECT value AS place_id FROM json_each(${JSON.stringify(few)})`;
  return {
    tables: [
      Prisma.sql`few_places AS MATERIALIZED (${ids})`,
      ...(isWeighed ? [Prisma.sql`weighed AS MATERIALIZED (${weighedPlaces(filter)})`] : []),
    ],
    ids: Prisma.sql`
      SELECT ${PLACE_ID} FROM few_places CROSS JOIN place_index ON ${PLACE_ID} = few_places.place_id ${join}
      ORDER BY ${orderOf(sort, metresFrom(filter.from))}`,
  };
}

/** The condition that a place is in the shortest walk from elsewhere that has enough of them for the pages up to this one. */
function withinEnough({ from }: PlaceFilter, [, ...within]: number[], page: number): Prisma.Sql {
  const walk = WALKS.find((_, index) => (within[index] ?? 0) >= page * PLACES_PER_PAGE);
  return from && walk ? isAround(from, metresOfWalk(walk)) : Prisma.sql`TRUE`;
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
