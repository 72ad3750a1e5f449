import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import { editDistance } from "./edit-distance.ts";
import { wordPattern } from "./search-words.ts";

const vocabularyRow = z.object({ term: z.string(), places: z.coerce.number() });

/**
 * The words of a search that found nothing, each that no place has replaced by the nearest word that one has. Of words
 * equally near, the one of more places wins. Undefined where a word has none near it, or all of them are spelt well.
 */
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
