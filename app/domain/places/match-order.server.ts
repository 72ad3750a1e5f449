import { Prisma } from "#app/db/database.server.ts";
import { wordPattern } from "../search/search-words.ts";
import { fromOrdered } from "./matching-places.server.ts";
import type { PlaceFilter } from "./place-filter.server.ts";

/** From how many matches on places are not weighed against each other, word by word: it would be slow, and mean little. */
export const MANY_MATCHES = 1000;

/** How well the own texts of few places match any of the words: bm25, lowest best, the name before the rest. */
export function weighedPlaces({ words }: PlaceFilter): Prisma.Sql {
  return Prisma.sql`
    SELECT rowid AS place_id, bm25(place_search, 10, 2, 5, 4) AS rank
    FROM place_search
    WHERE place_search MATCH ${anyOf(words)} AND +rowid IN (SELECT place_id FROM few_places)`;
}

/**
 * The ids of many places that match a search: those named so first, then those with the words in their other texts, then
 * those that only reviews mention, each by their scores. Read one after the other in the order of an index, so that the
 * first page needs to look at few.
 */
export function placesInTiers(filter: PlaceFilter): Prisma.Sql {
  const { words } = filter;
  const isNamed = Prisma.sql`place_index.place_id IN (${withWords(words, "name : ")})`;
  const isOwn = Prisma.sql`place_index.place_id IN (${withWords(words)})`;
  const isFound = Prisma.sql`place_index.place_id IN (SELECT place_id FROM found_places)`;
  // The only word that is searched for is found wherever it is.
  const hasRest = words.length > 1 ? Prisma.sql`AND ${isFound}` : Prisma.empty;
  const tier = (condition: Prisma.Sql) => Prisma.sql`
    SELECT place_id FROM (
      SELECT place_index.place_id ${fromOrdered({ ...filter, words: [] }, condition)}
      ORDER BY place_index.score DESC, place_index.place_id)`;
  return Prisma.sql`
    ${tier(Prisma.sql`${isNamed} ${hasRest}`)}
    UNION ALL ${tier(Prisma.sql`${isOwn} AND NOT ${isNamed} ${hasRest}`)}
    UNION ALL ${tier(Prisma.sql`${isFound} AND NOT ${isOwn}`)}`;
}

/** The ids of the places whose own texts, or a column of them, have any of the words. */
function withWords(words: string[], column = ""): Prisma.Sql {
  return Prisma.sql`SELECT rowid FROM place_search WHERE place_search MATCH ${`${column}(${anyOf(words)})`}`;
}

function anyOf(words: string[]): string {
  return words.map(wordPattern).join(" OR ");
}
