import { Prisma } from "#app/db/database.server.ts";
import { allOf, anyOf, areShort, placesMatching } from "../search/found-places.server.ts";
import { longestWords } from "../search/search-words.ts";
import type { PlaceFilter } from "./place-filter.server.ts";

/** How many words of a search places are weighed by. */
const MOST_WEIGHED_WORDS = 3;

/** How well the own texts of few places match any of the longest words: bm25, lowest best, the name before the rest. */
export function weighedPlaces({ words }: PlaceFilter): Prisma.Sql {
  return Prisma.sql`
    SELECT rowid AS place_id, bm25(place_search, 10, 2, 5, 4) AS rank
    FROM place_search
    WHERE place_search MATCH ${anyOf(longestWords(words, MOST_WEIGHED_WORDS))}
      AND +rowid IN (SELECT place_id FROM few_places)`;
}

/** Ids of places in an order, and the tables for WITH that they are read from. */
export type OrderedPlaces = { tables: Prisma.Sql[]; ids: Prisma.Sql };

/** From how many places on those that match a part of a search are not sorted. */
const MOST_SORTED = 25_000;

type ManyMatches = {
  words: string[];
  /** The ids of all places that match, best first, and the condition that a row of place_index is one of them. */
  tables: Prisma.Sql[];
  ids: Prisma.Sql;
  isFound: Prisma.Sql;
  /** How many there are, and how many of them are asked for. */
  matching: number;
  most: number;
};

/**
 * Many places that match a search, best match first: those with a word in their names, then those with all words in their other
 * texts, then those that have some only in reviews, each by their scores. Weighing each would be slow, and mean little.
 */
export function bestMatches(matches: ManyMatches): OrderedPlaces {
  const { words, ids, matching } = matches;
  const [own, named] = [`(${allOf(words)})`, `(name : (${anyOf(words)}))`];
  const tiers = matching > MOST_SORTED && areShort(words) ? among(matches) : sorted(matches);
  return {
    tables: [...matches.tables, ...tiers.tables],
    ids: Prisma.sql`
      ${tiers.having(`${own} AND ${named}`)} UNION ALL ${tiers.having(`${own} NOT ${named}`)}
      UNION ALL SELECT place_id FROM (${ids}) WHERE place_id NOT IN (${placesMatching(own)})`,
  };
}

/** Finds the places whose texts match a pattern of the full-text search, best first. */
type Tiers = { tables: Prisma.Sql[]; having: (pattern: string) => Prisma.Sql };

/** By sorting them, which is quick where they are not many. */
function sorted({ isFound }: ManyMatches): Tiers {
  return {
    tables: [],
    having: (pattern) => Prisma.sql`
      SELECT place_id FROM (
        SELECT place_index.place_id
        FROM (${placesMatching(pattern)}) AS found CROSS JOIN place_index ON place_index.place_id = found.place_id
        WHERE ${isFound} ORDER BY place_index.score DESC, place_index.place_id)`,
  };
}

/** Among the first places first, and among all the others only if that was not enough: many places have a short beginning. */
function among({ ids, most }: ManyMatches): Tiers {
  const count = 2000 + 2 * most;
  const isFirst = Prisma.sql`+rowid IN (SELECT place_id FROM first_places)`;
  const first = Prisma.sql`SELECT place_id, ROW_NUMBER() OVER () AS position FROM (${ids} LIMIT ${count})`;
  return {
    tables: [Prisma.sql`first_places AS MATERIALIZED (${first})`],
    having: (pattern) => Prisma.sql`
      SELECT place_id FROM (
        SELECT place_id FROM first_places
        WHERE place_id IN (${placesMatching(pattern, isFirst)}) ORDER BY position)
      UNION ALL SELECT place_id FROM (
        SELECT place_id FROM (${ids} LIMIT -1 OFFSET ${count}) WHERE place_id IN (${placesMatching(pattern)}))`,
  };
}
