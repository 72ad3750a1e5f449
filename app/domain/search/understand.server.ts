import {
  chooseNearest,
  compareNames,
  findKnown,
  findSqueezedName,
  isWordOfPlaces,
  nearestWords,
  readPlaceWords,
  splitWord,
} from "./nearest-words.server.ts";
import { findPlacesWith, findPlacesWithMost } from "./search.server.ts";
import { broaderThan, isSmallWord } from "./words.ts";

/** What was done to find something. */
export type Reading = {
  /** Words that were left out, since nothing has them beside the others. */
  without: string[];
  /** What was searched for instead, folded. */
  instead: string | undefined;
  /** Whether no place has all the words, and those are found that have the most of them. */
  isPartial: boolean;
};

export type Understood = {
  words: string[];
  /** The ids of the places that have them, as a JSON array. */
  placesWithWords: string;
  reading: Reading;
};

export const AS_TYPED: Reading = { without: [], instead: undefined, isPartial: false };

const NONE = "[]";

const ALIKE = 0.75;
const ALMOST_ALIKE = 0.5;

/** Looks words up as they are typed, and where no place has them all, in other ways, the most faithful first. */
export async function understandSearch(typed: string[]): Promise<Understood> {
  const asTyped = await lookUp(typed, AS_TYPED);
  if (asTyped.placesWithWords !== NONE) return asTyped;
  const telling = typed.filter((word) => !isSmallWord(word));
  const words = telling.length > 0 ? telling : typed;
  const without = typed.filter((word) => !words.includes(word));
  const vocabulary = await openVocabulary(words);
  const areKnown = words.every((word) => vocabulary.known.has(word));
  const names = once(() => compareNames(typed));
  const byName = (least: number) => async () =>
    areKnown ? undefined : lookUpName(chooseNearest(await names(), least));
  const repaired = () => lookUpRepaired(words, without, vocabulary);
  const ways = [
    () => (without.length > 0 ? lookUp(words, { ...AS_TYPED, without }) : undefined),
    async () => lookUpName(await findSqueezedName(typed)),
    () => lookUpBroader(words, without, vocabulary),
    // One misspelt word may be in several names.
    ...(words.length === 1 ? [repaired, byName(ALIKE)] : [byName(ALIKE), repaired]),
    () => lookUpMisspelt(words, without, vocabulary),
    byName(ALMOST_ALIKE),
    () => lookUpMost(words, without, vocabulary),
  ];
  for (const way of ways) {
    const found = await way();
    if (found && found.placesWithWords !== NONE) return found;
  }
  return asTyped;
}

/** What the places' words say of those of one search, each asked once. */
type Vocabulary = { known: Set<string>; nearest: (word: string) => Promise<string[]> };

async function openVocabulary(words: string[]): Promise<Vocabulary> {
  const placeWords = once(readPlaceWords);
  const nearest = new Map(
    words.map((word) => [word, once(async () => nearestWords(word, await placeWords()))]),
  );
  return {
    known: await findKnown([...words, ...words.flatMap(broaderThan)]),
    nearest: async (word) => (await nearest.get(word)?.()) ?? [],
  };
}

function once<Result>(ask: () => Promise<Result>): () => Promise<Result> {
  let asked: Promise<Result> | undefined;
  return () => {
    asked ??= ask();
    return asked;
  };
}

async function lookUp(words: string[], reading: Reading): Promise<Understood> {
  return { words, placesWithWords: await findPlacesWith(words), reading };
}

function lookUpName(found: Awaited<ReturnType<typeof findSqueezedName>>): Understood | undefined {
  if (!found) return undefined;
  const { nameKey, placeIds } = found;
  return {
    words: nameKey.split(" "),
    placesWithWords: placeIds,
    reading: { ...AS_TYPED, instead: nameKey },
  };
}

/** With cuisines for dishes that nobody mentions. */
async function lookUpBroader(
  words: string[],
  without: string[],
  { known }: Vocabulary,
): Promise<Understood | undefined> {
  const broader = words.map((word) =>
    known.has(word) ? word : (broaderThan(word).find((other) => known.has(other)) ?? word),
  );
  if (String(broader) === String(words)) return undefined;
  return lookUp(broader, { ...AS_TYPED, without, instead: broader.join(" ") });
}

/** With words written apart or together that are not, and the nearest to each that nobody has written. */
async function lookUpRepaired(
  words: string[],
  without: string[],
  vocabulary: Vocabulary,
): Promise<Understood | undefined> {
  const repaired = await repair(words, vocabulary);
  if (String(repaired) === String(words)) return undefined;
  return lookUp(repaired, { ...AS_TYPED, without, instead: repaired.join(" ") });
}

async function repair(words: string[], { known, nearest }: Vocabulary): Promise<string[]> {
  const repaired: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const [word = "", next] = words.slice(index, index + 2);
    if (next !== undefined && (await isWordOfPlaces(word + next))) {
      repaired.push(word + next);
      index += 1;
    } else if (known.has(word)) repaired.push(word);
    else {
      const [near = word] = await nearest(word);
      repaired.push(...((await splitWord(word)) ?? [near]));
    }
  }
  return [...new Set(repaired)];
}

/** Of places, for one search: each may read a thousand reviews for every word. */
const MOST_TRIES = 16;

/** A word may be misspelt as one that somebody has written. */
async function lookUpMisspelt(
  words: string[],
  without: string[],
  { nearest }: Vocabulary,
): Promise<Understood | undefined> {
  let tries = 0;
  for (const word of words.toSorted((one, other) => other.length - one.length)) {
    const others = words.filter((one) => one !== word);
    tries += 1;
    // Where no place has the other words, none has them with one more.
    if (others.length > 0 && (await findPlacesWith(others)) === NONE) continue;
    for (const near of await nearest(word)) {
      if (tries >= MOST_TRIES) return undefined;
      tries += 1;
      const changed = words.map((one) => (one === word ? near : one));
      const found = await lookUp(changed, { ...AS_TYPED, without, instead: changed.join(" ") });
      if (found.placesWithWords !== NONE) return found;
    }
  }
  return undefined;
}

async function lookUpMost(
  words: string[],
  small: string[],
  vocabulary: Vocabulary,
): Promise<Understood | undefined> {
  if (words.length < 2) return undefined;
  const known: string[] = [];
  for (const word of words) {
    // The nearest words are of places, so that they are known.
    const [near] = vocabulary.known.has(word) ? [word] : await vocabulary.nearest(word);
    if (near !== undefined) known.push(near);
  }
  if (known.length === 0) return undefined;
  const missing = words.filter((word) => !known.includes(word));
  const all = await lookUp(known, { ...AS_TYPED, without: [...small, ...missing] });
  if (all.placesWithWords !== NONE) return all;
  return {
    words: known,
    placesWithWords: await findPlacesWithMost(known),
    reading: { ...all.reading, isPartial: true },
  };
}
