import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import { editDistance } from "./words.ts";

/** How many of the newest reviews that have a word count for a search, and how many for all of its words together. */
const MOST_MENTIONS = 1000;
const MOST_MENTIONS_OF_ALL = 3000;

/** A folded word in the language of SQLite's full-text search. Nothing in it is an operator. */
function wholeWordPattern(word: string): string {
  return `"${word.replaceAll('"', "")}"`;
}

/** The same for every word that begins so. */
function wordPattern(word: string): string {
  return `${wholeWordPattern(word)}*`;
}

export function allOf(words: string[]): string {
  return words.map(wordPattern).join(" AND ");
}

export function anyOf(words: string[]): string {
  return words.map(wordPattern).join(" OR ");
}

/** The ids of the places that have each word in their own texts or in a review, as a JSON array. */
export async function findPlacesWith(words: string[]): Promise<string> {
  return readPlacesWith(await reader().$queryRaw(placesWithSql(words)));
}

export function readPlacesWith(rows: unknown): string {
  return z.tuple([z.object({ placeIds: z.string() })]).parse(rows)[0].placeIds;
}

export function placesWithSql(words: string[]): Prisma.Sql {
  const most = Math.min(MOST_MENTIONS, Math.floor(MOST_MENTIONS_OF_ALL / words.length));
  const placesWith = words.map(
    (word) => Prisma.sql`
      SELECT place_id FROM (
        SELECT rowid AS place_id FROM place_search WHERE place_search MATCH ${wordPattern(word)}
        UNION ALL
        SELECT reviews.place_id FROM (${mentions([word], most)}) AS mentions CROSS JOIN reviews ON reviews.id = mentions.id
      )`,
  );
  return Prisma.sql`
    SELECT json_group_array(place_id) AS placeIds FROM (${Prisma.join(placesWith, " INTERSECT ")})`;
}

/** Newest reviews with all the words; beginnings only if whole words are few, since SQLite must gather all of those first. */
export function mentions(words: string[], most = MOST_MENTIONS): Prisma.Sql {
  return Prisma.sql`
    WITH whole AS MATERIALIZED (
      SELECT rowid AS id FROM review_search WHERE review_search MATCH ${words.map(wholeWordPattern).join(" AND ")}
      ORDER BY rowid DESC LIMIT ${most}
    ),
    enough AS (SELECT COUNT(*) = ${most} AS are_whole FROM whole)
    SELECT id FROM whole WHERE (SELECT are_whole FROM enough)
    UNION ALL
    SELECT id FROM (
      SELECT rowid AS id FROM review_search WHERE review_search MATCH ${allOf(words)}
      ORDER BY rowid DESC LIMIT iif((SELECT are_whole FROM enough), 0, ${most})
    )`;
}

const vocabularyRow = z.object({ term: z.string(), places: z.coerce.number() });

/** Undefined where a word has none near it, or all are spelt well. Of words equally near, that of more places wins. */
export async function nearestSpelling(words: string[]): Promise<string[] | undefined> {
  const corrected: string[] = [];
  for (const word of words) {
    const nearest = (await isKnown(word)) ? word : await nearestWord(word);
    if (nearest === undefined) return undefined;
    corrected.push(nearest);
  }
  return corrected.some((word, index) => word !== words[index])
    ? [...new Set(corrected)]
    : undefined;
}

/** How many mistakes a word may hold: none in a short one, where every other word is near. */
export function mostMistakes(length: number): number {
  if (length < 4) return 0;
  return length < 7 ? 1 : 2;
}

async function isKnown(word: string): Promise<boolean> {
  const rows = await reader().$queryRaw<unknown[]>`
    SELECT 1 FROM (SELECT rowid FROM place_search WHERE place_search MATCH ${wordPattern(word)} LIMIT 1)
    UNION SELECT 1 FROM (SELECT rowid FROM review_search WHERE review_search MATCH ${wordPattern(word)} LIMIT 1)`;
  return rows.length > 0;
}

async function nearestWord(word: string): Promise<string | undefined> {
  const length = [...word].length;
  const most = mostMistakes(length);
  if (most === 0) return undefined;
  const rows = await reader().$queryRaw(Prisma.sql`
    SELECT term, doc AS places FROM place_words WHERE length(term) BETWEEN ${length - most} AND ${length + most}`);
  const near = z
    .array(vocabularyRow)
    .parse(rows)
    .map(({ term, places }) => ({ term, places, distance: editDistance(word, term, most) }))
    .filter(({ distance }) => distance <= most)
    .sort(
      (one, other) =>
        one.distance - other.distance ||
        other.places - one.places ||
        (one.term < other.term ? -1 : 1),
    );
  return near[0]?.term;
}
