import { Prisma } from "#app/db/database.server.ts";
import { allOf, anyOf, placesMatching } from "../search/found-places.server.ts";
import { longestWords } from "../search/search-words.ts";
import { matches, metresFrom, type PlaceFilter } from "./place-filter.server.ts";
import type { Sort } from "./place-query.ts";

/** How many places a page of the list has. */
export const PLACES_PER_PAGE = 20;

/** Which page of which places, in which order. */
export type PlacePage = { filter: PlaceFilter; sort: Sort; page: number };

/** Up to how many places that match a search are weighed word by word; among more it would be slow, and mean little. */
const MOST_WEIGHED = 2000;

/** How many words of a search places are weighed by. */
const MOST_WEIGHED_WORDS = 3;

/** A query for the ids of the places on a page, in order. @param matching how many there are on all pages */
export function pageOfPlaces({ filter, sort, page }: PlacePage, matching: number): Prisma.Sql {
  const limit = Prisma.sql`LIMIT ${PLACES_PER_PAGE} OFFSET ${(page - 1) * PLACES_PER_PAGE}`;
  if (sort === "match" && filter.words.length > 0)
    return matching > MOST_WEIGHED
      ? Prisma.sql`${manyMatches(filter)} ${limit}`
      : Prisma.sql`${weighedMatches(filter)} ${limit}`;
  return Prisma.sql`
    SELECT place_index.place_id FROM place_index WHERE ${matches(filter)} ORDER BY ${orderOf(sort, filter)} ${limit}`;
}

/** Best match first by bm25 of the places' own texts, lowest best, the name before the rest; those that only reviews mention last. */
function weighedMatches(filter: PlaceFilter): Prisma.Sql {
  return Prisma.sql`
    WITH matching AS MATERIALIZED (
      SELECT place_index.place_id, place_index.score FROM place_index WHERE ${matches(filter)}
    ),
    weighed AS MATERIALIZED (
      SELECT rowid AS place_id, bm25(place_search, 10, 2, 5, 4) AS rank
      FROM place_search
      WHERE place_search MATCH ${anyOf(longestWords(filter.words, MOST_WEIGHED_WORDS))}
        AND +rowid IN (SELECT place_id FROM matching)
    )
    SELECT matching.place_id FROM matching LEFT JOIN weighed ON weighed.place_id = matching.place_id
    ORDER BY weighed.rank NULLS LAST, matching.score DESC, matching.place_id`;
}

/**
 * Those with a word in their names first, then those with all words in their other texts, then those that have some only in
 * reviews, each by their scores.
 */
function manyMatches(filter: PlaceFilter): Prisma.Sql {
  const own = `(${allOf(filter.words)})`;
  const named = `${own} AND (name : (${anyOf(filter.words)}))`;
  return Prisma.sql`
    SELECT place_index.place_id FROM place_index WHERE ${matches(filter)}
    ORDER BY place_index.place_id IN (${placesMatching(named)}) DESC,
      place_index.place_id IN (${placesMatching(own)}) DESC,
      place_index.score DESC, place_index.place_id`;
}

function orderOf(sort: Sort, { from }: PlaceFilter): Prisma.Sql {
  switch (sort) {
    case "match":
    case "best":
      return Prisma.sql`place_index.score DESC, place_index.place_id`;
    case "nearest":
      return Prisma.sql`${metresFrom(from)} NULLS LAST, place_index.place_id`;
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
