import { z } from "zod";
import { reader } from "#app/db/database.server.ts";
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

const knownRow = z.array(z.object({ word: z.string() }));

/** Those that a word of a place or of a review begins with. */
export async function findKnown(words: string[]): Promise<Set<string>> {
  const patterns = words.map((word) => ({ word, pattern: beginning(word) }));
  const rows = await reader().$queryRaw`
    SELECT value ->> 'word' AS word FROM json_each(${JSON.stringify(patterns)})
    WHERE EXISTS (SELECT 1 FROM place_search WHERE place_search MATCH value ->> 'pattern')
      OR EXISTS (SELECT 1 FROM review_search WHERE review_search MATCH value ->> 'pattern')`;
  return new Set(knownRow.parse(rows).map(({ word }) => word));
}

function beginning(word: string): string {
  return `"${spaceOut(word).replaceAll('"', "")}"*`;
}

const placeWords = z.array(z.object({ term: z.string(), places: z.coerce.number() }));

type PlaceWords = z.infer<typeof placeWords>;

/** With how many places have each. SQLite goes through all of them whichever are asked for. */
export async function readPlaceWords(): Promise<PlaceWords> {
  return placeWords.parse(
    await reader().$queryRaw`SELECT term, doc AS places FROM place_words WHERE length(term) > 1`,
  );
}

const MOST_NEAR = 6;

/** Words of places that are spelt nearly so, the nearest first; of words equally near, that of more places. */
export function nearestWords(word: string, all: PlaceWords): string[] {
  const most = mostMistakes([...word].length);
  if (most === 0) return [];
  return all
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
  const [first = "", ...rest] = word;
  const length = 1 + rest.length;
  const isMuchLonger = [...term].length > length + most;
  if (whole <= most || length < 5 || (isMuchLonger && !term.startsWith(first))) return whole;
  return editDistance(word, [...term].slice(0, length).join(""), most - 1) + 0.5;
}

const LEAST_OF_PART = 3;
/** Letters: how many parts a word has grows with their square. */
const LONGEST_SPLIT = 40;

const knownPart = z.array(z.object({ term: z.string() }));

/** A word as several words of places written together: "costacoffee" is "costa coffee". The fewest that there are. */
export async function splitWord(word: string): Promise<string[] | undefined> {
  const letters = [...word];
  if (letters.length > LONGEST_SPLIT) return undefined;
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

const LEAST_OF_NAME = 4;

const namedRow = z.array(z.object({ placeId: z.coerce.number(), nameKey: z.string() }));

type NamedAlike = {
  nameKey: string;
  /** As a JSON array. */
  placeIds: string;
};

/** Places whose names begin so, wherever the spaces are: "basil ico". */
export async function findSqueezedName(words: string[]): Promise<NamedAlike | undefined> {
  const squeezed = squeeze(words.join(" "));
  if ([...squeezed].length < LEAST_OF_NAME) return undefined;
  const rows = await reader().$queryRaw`
    SELECT place_id AS placeId, name_key AS nameKey FROM place_index
    WHERE substr(replace(name_key, ' ', ''), 1, length(${squeezed})) = ${squeezed} ORDER BY length(name_key)`;
  return namedAlike(namedRow.parse(rows));
}

const MOST_CANDIDATES = 30;
const LEAST_SHARED = 3;
/** Names this much less alike than the one that is most so are left out. */
const TOLERANCE = 0.1;

/** Names with how alike they are to what was typed, from 0 to 1 (the same letters), the most alike first. */
type NamesAlike = (z.infer<typeof namedRow>[number] & { alike: number })[];

/** By the trigrams that the names have in common with the words. */
export async function compareNames(words: string[]): Promise<NamesAlike> {
  const wanted = trigramsOf(squeeze(words.join(" ")));
  if (wanted.size < LEAST_SHARED) return [];
  const pattern = [...wanted].map((trigram) => `"${trigram}"`).join(" OR ");
  const rows = await reader().$queryRaw`
    SELECT place_id AS placeId, name_key AS nameKey
    FROM (SELECT rowid FROM name_search WHERE name_search MATCH ${pattern} ORDER BY rank LIMIT ${MOST_CANDIDATES}) AS alike
    JOIN place_index ON place_index.place_id = alike.rowid`;
  return namedRow
    .parse(rows)
    .map((row) => ({ ...row, alike: likeness(wanted, trigramsOf(squeeze(row.nameKey))) }))
    .sort((one, other) => other.alike - one.alike);
}

/** Places whose names are the most alike, where they are at least so much. */
export function chooseNearest(names: NamesAlike, least: number): NamedAlike | undefined {
  const most = names[0]?.alike ?? 0;
  if (most < least) return undefined;
  return namedAlike(names.filter(({ alike }) => alike >= most - TOLERANCE));
}

function trigramsOf(text: string): Set<string> {
  const letters = [...text];
  return new Set(letters.slice(2).map((_, index) => letters.slice(index, index + 3).join("")));
}

/** Dice's coefficient, or how much of what is wanted there is: a name may not be written to its end. */
function likeness(wanted: Set<string>, has: Set<string>): number {
  const shared = wanted.intersection(has).size;
  if (shared < LEAST_SHARED) return 0;
  return Math.max((2 * shared) / (wanted.size + has.size), (0.9 * shared) / wanted.size);
}

function squeeze(name: string): string {
  return foldToName(name).replaceAll(" ", "");
}

function namedAlike(rows: z.infer<typeof namedRow>): NamedAlike | undefined {
  const [first] = rows;
  const placeIds = JSON.stringify(rows.map(({ placeId }) => placeId));
  return first && { nameKey: first.nameKey, placeIds };
}
