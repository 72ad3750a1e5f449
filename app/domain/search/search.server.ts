import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import { spaceOut } from "../text/folding.ts";
import { spellingsOf, synonymsOf } from "./words.ts";

/** How many of the newest reviews that have a word count for a search, and how many for all of its words together. */
const MOST_MENTIONS = 1000;
const MOST_MENTIONS_OF_ALL = 3000;

/** Folded words, one after the other, in the language of SQLite's full-text search. Nothing in it is an operator. */
function wholePattern(words: string): string {
  return `"${spaceOut(words).replaceAll('"', "")}"`;
}

/** For every text that has a word, or all words of a phrase, or another name for it. */
function patternOf(word: string, each: (part: string) => string): string {
  const own = word.split(" ").map(each).join(" AND ");
  const others = [...spellingsOf(word), ...synonymsOf(word)].map(wholePattern);
  return others.length === 0 ? own : `(${[`(${own})`, ...others].join(" OR ")})`;
}

/** The same for words that begin so. */
function wordPattern(word: string): string {
  return patternOf(word, (part) => `${wholePattern(part)}*`);
}

export function allOf(words: string[]): string {
  return words.map(wordPattern).join(" AND ");
}

/** A whole word weighs more than a beginning. */
export function anyOf(words: string[]): string {
  return words.map((word) => `(${wholePattern(word)} OR ${wordPattern(word)})`).join(" OR ");
}

const MOST_PHRASES = 12;

/** The words one after the other, in each of their spellings. */
export function phraseOf(words: string[]): string {
  let phrases = [""];
  for (const word of words) {
    const spellings = [word, ...spellingsOf(word)];
    phrases = spellings
      .flatMap((spelling) => phrases.map((phrase) => `${phrase} ${spelling}`))
      .slice(0, MOST_PHRASES);
  }
  return phrases.map((phrase) => `${wholePattern(phrase)}*`).join(" OR ");
}

/** The ids of the places that have each word in their own texts or in a review, as a JSON array. */
export async function findPlacesWith(words: string[]): Promise<string> {
  return readPlacesWith(await reader().$queryRaw(placesWithSql(words)));
}

/** The ids of the places with just that name, as a JSON array. @param nameKey as it is stored */
export async function findPlacesCalled(nameKey: string): Promise<string> {
  return readPlacesWith(
    await reader().$queryRaw`
      SELECT json_group_array(place_id) AS placeIds FROM place_index WHERE name_key = ${nameKey}`,
  );
}

export function readPlacesWith(rows: unknown): string {
  return z.tuple([z.object({ placeIds: z.string() })]).parse(rows)[0].placeIds;
}

export function placesWithSql(words: string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT json_group_array(place_id) AS placeIds FROM (${Prisma.join(placesWithEach(words), " INTERSECT ")})`;
}

/** Of the places that have some of the words those that have the most of them, as a JSON array. */
export async function findPlacesWithMost(words: string[]): Promise<string> {
  const found = placesWithEach(words).map(
    (places, index) => Prisma.sql`SELECT ${index} AS word, place_id FROM (${places})`,
  );
  const rows = await reader().$queryRaw`
    WITH counted AS MATERIALIZED (
      SELECT place_id, COUNT(*) AS words FROM (${Prisma.join(found, " UNION ")}) GROUP BY place_id
    )
    SELECT json_group_array(place_id) AS placeIds FROM counted WHERE words = (SELECT MAX(words) FROM counted)`;
  return readPlacesWith(rows);
}

function placesWithEach(words: string[]): Prisma.Sql[] {
  const most = Math.min(MOST_MENTIONS, Math.floor(MOST_MENTIONS_OF_ALL / words.length));
  return words.map(
    (word) => Prisma.sql`
      SELECT place_id FROM (
        SELECT rowid AS place_id FROM place_search WHERE place_search MATCH ${wordPattern(word)}
        UNION ALL
        SELECT reviews.place_id FROM (${mentions([word], most)}) AS mentions CROSS JOIN reviews ON reviews.id = mentions.id
      )`,
  );
}

/** Newest reviews with all the words; beginnings only if whole words are few, since SQLite must gather all of those first. */
export function mentions(words: string[], most = MOST_MENTIONS): Prisma.Sql {
  const whole = words.map((word) => patternOf(word, wholePattern)).join(" AND ");
  return Prisma.sql`
    WITH whole AS MATERIALIZED (
      SELECT rowid AS id FROM review_search WHERE review_search MATCH ${whole}
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
