import { Prisma } from "#app/db/database.server.ts";
import { wholeWordPattern, wordPattern } from "./search-words.ts";

/** How many of the newest reviews that have the words count for a search. */
const MOST_MENTIONS = 1000;

/** What place_search has to match for a place to have all the words in its own texts: name, street, cuisines and dishes. */
export function allOf(words: string[]): string {
  return words.map(wordPattern).join(" AND ");
}

/** What place_search has to match for a place to have any of the words in its own texts. */
export function anyOf(words: string[]): string {
  return words.map(wordPattern).join(" OR ");
}

/** The ids of the places that a search finds: those that have all the words in their own texts or in what reviews say of them. */
export function foundPlaces(words: string[]): Prisma.Sql {
  return Prisma.sql`${placesMatching(allOf(words))} UNION ALL ${mentionedPlaces(words)}`;
}

/** The ids of the places whose own texts match a pattern. */
export function placesMatching(pattern: string): Prisma.Sql {
  return Prisma.sql`SELECT rowid AS place_id FROM place_search WHERE place_search MATCH ${pattern}`;
}

/**
 * The ids of the newest reviews that have all the words. Where there are enough with the whole words, those with words that
 * only begin so are not looked for: SQLite has to gather all of them before it can say which are the newest.
 */
export function mentions(words: string[]): Prisma.Sql {
  const newest = (pattern: string, most: Prisma.Sql) => Prisma.sql`
    SELECT rowid AS id FROM review_search WHERE review_search MATCH ${pattern} ORDER BY rowid DESC LIMIT ${most}`;
  const whole = newest(words.map(wholeWordPattern).join(" AND "), Prisma.sql`${MOST_MENTIONS}`);
  const rest = Prisma.sql`iif((SELECT COUNT(*) FROM (${whole})) < ${MOST_MENTIONS}, ${MOST_MENTIONS}, 0)`;
  return Prisma.sql`SELECT id FROM (${whole}) UNION ALL SELECT id FROM (${newest(allOf(words), rest)})`;
}

/**
 * The ids of the places that have all the words only together with what reviews say of them: each word in their own texts,
 * or in one of the newest reviews that have it.
 */
function mentionedPlaces(words: string[]): Prisma.Sql {
  const said = words.map(
    (word) =>
      Prisma.sql`SELECT ${word} AS word, place_id FROM reviews WHERE id IN (${mentions([word])})`,
  );
  const patterns = JSON.stringify(
    Object.fromEntries(words.map((word) => [word, wordPattern(word)])),
  );
  return Prisma.sql`
    SELECT place_id FROM (
      WITH said AS MATERIALIZED (${Prisma.join(said, " UNION ALL ")}),
      own AS (
        SELECT patterns.key AS word, place_search.rowid AS place_id
        FROM json_each(${patterns}) AS patterns CROSS JOIN place_search ON place_search MATCH patterns.value
        WHERE +place_search.rowid IN (SELECT place_id FROM said))
      SELECT place_id
      FROM (SELECT word, place_id, 0 AS is_own FROM said UNION ALL SELECT word, place_id, 1 FROM own)
      GROUP BY place_id HAVING COUNT(DISTINCT word) = ${words.length} AND SUM(is_own) < ${words.length}
    )`;
}
