import { Prisma } from "#app/db/database.server.ts";
import { allOf, anyOf } from "../search/found-places.server.ts";
import { longestWords } from "../search/search-words.ts";
import type { PlaceFilter } from "./place-filter.server.ts";

/** How many words of a search places are weighed by. */
const MOST_WEIGHED_WORDS = 3;

/** How well the own texts of few places match any of the words: bm25, lowest best, the name before the rest. */
export function weighedPlaces({ words }: PlaceFilter): Prisma.Sql {
  return Prisma.sql`
    SELECT rowid AS place_id, bm25(place_search, 10, 2, 5, 4) AS rank
    FROM place_search
    WHERE place_search MATCH ${anyOf(longestWords(words, MOST_WEIGHED_WORDS))}
      AND +rowid IN (SELECT place_id FROM few_places)`;
}

/** Ids of places in an order, and the tables for WITH that they are read from. */
export type OrderedPlaces = { tables: Prisma.Sql[]; ids: Prisma.Sql };

/**
 * Many places that match a search, best match first: those named so, then those with the words in their other texts, then those
 * that only reviews mention, each in the order of the places. They are not weighed word by word: it would be slow, and mean
 * little. Words are looked for in the first places first, and in all the others only if that was not enough.
 * @param places all that match @param most how many are asked for
 */
export function bestMatches(places: OrderedPlaces, words: string[], most: number): OrderedPlaces {
  const isNamed = `name : (${anyOf(words)})`;
  const first = Prisma.sql`SELECT place_id, ROW_NUMBER() OVER () AS position FROM (${places.ids} LIMIT ${firstOf(most)})`;
  return {
    tables: [...places.tables, Prisma.sql`first_places AS MATERIALIZED (${first})`],
    ids: Prisma.sql`
      ${among(`(${allOf(words)}) AND (${isNamed})`, places, most)}
      UNION ALL ${among(`(${allOf(words)}) NOT (${isNamed})`, places, most)}
      UNION ALL SELECT place_id FROM (${places.ids}) WHERE place_id NOT IN (${placesLike(allOf(words))})`,
  };
}

/** How many places are looked at first when so many are asked for. */
function firstOf(most: number): number {
  return 2000 + 5 * most;
}

/** The places with texts that match a pattern, of the first places and then of the others. */
function among(pattern: string, { ids }: OrderedPlaces, most: number): Prisma.Sql {
  return Prisma.sql`
    SELECT place_id FROM (
      SELECT place_id FROM first_places
      WHERE place_id IN (${placesLike(pattern)} AND +rowid IN (SELECT place_id FROM first_places)) ORDER BY position)
    UNION ALL SELECT place_id FROM (
      SELECT place_id FROM (${ids} LIMIT -1 OFFSET ${firstOf(most)}) WHERE place_id IN (${placesLike(pattern)}))`;
}

function placesLike(pattern: string): Prisma.Sql {
  return Prisma.sql`SELECT rowid FROM place_search WHERE place_search MATCH ${pattern}`;
}
