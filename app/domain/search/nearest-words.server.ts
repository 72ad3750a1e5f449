import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import { foldToName, spaceOut } from "../text/folding.ts";
import { editDistance } from "./words.ts";

/** How many mistakes a word may hold: none in a short one, where every other word is near. */
export function mostMistakes(length: number): number {
  if (length < 4) return 0;
  return length < 7 ? 1 : 2;
}

/** Whether a word of a place begins so. */
export async function isWordOfPlaces(word: string): Promise<boolean> {
  const rows = await reader().$queryRaw<unknown[]>`
    SELECT 1 FROM place_search WHERE place_search MATCH ${beginning(word)} LIMIT 1`;
  return rows.length > 0;
}

/** Whether a word of a place or of a review begins so. */
export async function isKnown(word: string): Promise<boolean> {
  const rows = await reader().$queryRaw<unknown[]>`
    SELECT 1 FROM (SELECT rowid FROM place_search WHERE place_search MATCH ${beginning(word)} LIMIT 1)
    UNION SELECT 1 FROM (SELECT rowid FROM review_search WHERE review_search MATCH ${beginning(word)} LIMIT 1)`;
  return rows.length > 0;
}

function beginning(word: string): string {
  return `"${spaceOut(word).replaceAll('"', "")}"*`;
}

const vocabularyRow = z.object({ term: z.string(), places: z.coerce.number() });

const MOST_NEAR = 6;

/** Words of places that are spelt nearly so, the nearest first; of words equally near, that of more places. */
export async function nearestWords(word: string): Promise<string[]> {
  const length = [...word].length;
  const most = mostMistakes(length);
  if (most === 0) return [];
  const rows = await reader().$queryRaw(Prisma.sql`
    SELECT term, doc AS places FROM place_words WHERE length(term) >= ${length - most}`);
  return z
    .array(vocabularyRow)
    .parse(rows)
    .map(({ term, places }) => ({ term, places, distance: distanceToStart(word, term, most) }))
    .filter(({ term, distance }) => distance <= most && term !== word)
    .sort(
      (one, other) =>
        one.distance - other.distance ||
        other.places - one.places ||
        (one.term < other.term ? -1 : 1),
    )
    .slice(0, MOST_NEAR)
    .map(({ term }) => term);
}

/** A word that is not written to its end is further away than one that is. */
function distanceToStart(word: string, term: string, most: number): number {
  const whole = editDistance(word, term, most);
  const length = [...word].length;
  if (whole <= most || length < 5) return whole;
  return editDistance(word, [...term].slice(0, length).join(""), most - 1) + 0.5;
}

const LEAST_OF_PART = 3;

const knownPart = z.array(z.object({ term: z.string() }));

/** A word as several words of places written together: "costacoffee" is "costa coffee". The fewest that there are. */
export async function splitWord(word: string): Promise<string[] | undefined> {
  const letters = [...word];
  const partOf = (from: number, end: number) => letters.slice(from, end).join("");
  const parts = letters.flatMap((_, from) =>
    letters
      .slice(from + LEAST_OF_PART - 1)
      .map((_, index) => partOf(from, from + LEAST_OF_PART + index)),
  );
  const rows = await reader().$queryRaw`
    SELECT term FROM place_words WHERE term IN (SELECT value FROM json_each(${JSON.stringify([...new Set(parts)])}))`;
  const terms = new Set(knownPart.parse(rows).map(({ term }) => term));
  const best: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= letters.length; end += 1) {
    for (let from = 0; from < end; from += 1) {
      const before = best[from];
      if (!before || !terms.has(partOf(from, end))) continue;
      const found = best[end];
      if (!found || before.length + 1 < found.length) best[end] = [...before, partOf(from, end)];
    }
  }
  const split = best[letters.length];
  return split && split.length > 1 ? split : undefined;
}

/** The name of a place, squeezed together, begins with these letters, or is nearly these. */
type NamedAlike = { nameKey: string; placeIds: string };

const namedRow = z.array(z.object({ placeId: z.coerce.number(), nameKey: z.string() }));

const LEAST_OF_NAME = 4;

/** Places whose names begin so, wherever the spaces are: "basil ico". */
export async function findSqueezedName(words: string[]): Promise<NamedAlike | undefined> {
  const squeezed = squeeze(words);
  if ([...squeezed].length < LEAST_OF_NAME) return undefined;
  const rows = await reader().$queryRaw`
    SELECT place_id AS placeId, name_key AS nameKey FROM place_index
    WHERE substr(replace(name_key, ' ', ''), 1, length(${squeezed})) = ${squeezed}`;
  return namedAlike(namedRow.parse(rows), (nameKey) => [...nameKey].length);
}

/** Places that are named nearly so: one mistake in six letters, at most three. */
export async function findNearestName(words: string[]): Promise<NamedAlike | undefined> {
  const squeezed = squeeze(words);
  const length = [...squeezed].length;
  if (length < LEAST_OF_NAME) return undefined;
  const most = Math.min(3, Math.ceil(length / 6));
  const rows = await reader().$queryRaw`
    SELECT place_id AS placeId, name_key AS nameKey FROM place_index
    WHERE length(replace(name_key, ' ', '')) BETWEEN ${length - most} AND ${length + most}`;
  const distance = (nameKey: string) => editDistance(squeezed, nameKey.replaceAll(" ", ""), most);
  const near = namedRow.parse(rows).map((row) => ({ ...row, distance: distance(row.nameKey) }));
  const least = Math.min(most, ...near.map((row) => row.distance));
  return namedAlike(
    near.filter((row) => row.distance === least),
    () => 0,
  );
}

function squeeze(words: string[]): string {
  return foldToName(words.join(" ")).replaceAll(" ", "");
}

function namedAlike(
  rows: { placeId: number; nameKey: string }[],
  length: (nameKey: string) => number,
): NamedAlike | undefined {
  const [shortest] = rows.toSorted((one, other) => length(one.nameKey) - length(other.nameKey));
  return (
    shortest && {
      nameKey: shortest.nameKey,
      placeIds: JSON.stringify(rows.map(({ placeId }) => placeId)),
    }
  );
}
