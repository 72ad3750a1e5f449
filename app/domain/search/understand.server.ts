import {
  findNearestName,
  findSqueezedName,
  isKnown,
  isWordOfPlaces,
  nearestWords,
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
  const areKnown = (await Promise.all(words.map(isKnown))).every(Boolean);
  const byName = (least: number) => () =>
    areKnown ? undefined : lookUpName(findNearestName(typed, least));
  const repaired = () => lookUpRepaired(words, without);
  const ways = [
    () => (without.length > 0 ? lookUp(words, { ...AS_TYPED, without }) : undefined),
    () => lookUpName(findSqueezedName(typed)),
    () => lookUpBroader(words, without),
    // One misspelt word may be in several names.
    ...(words.length === 1 ? [repaired, byName(ALIKE)] : [byName(ALIKE), repaired]),
    () => lookUpMisspelt(words, without),
    byName(ALMOST_ALIKE),
    () => lookUpMost(words, without),
  ];
  for (const way of ways) {
    const found = await way();
    if (found && found.placesWithWords !== NONE) return found;
  }
  return asTyped;
}

async function lookUp(words: string[], reading: Reading): Promise<Understood> {
  return { words, placesWithWords: await findPlacesWith(words), reading };
}

async function lookUpName(
  finding: ReturnType<typeof findSqueezedName>,
): Promise<Understood | undefined> {
  const found = await finding;
  if (!found) return undefined;
  const { nameKey, placeIds } = found;
  return {
    words: nameKey.split(" "),
    placesWithWords: placeIds,
    reading: { ...AS_TYPED, instead: nameKey },
  };
}

/** With cuisines for dishes that nobody mentions. */
async function lookUpBroader(words: string[], without: string[]): Promise<Understood | undefined> {
  const broader: string[] = [];
  for (const word of words) {
    const known: string[] = [];
    for (const other of broaderThan(word)) if (await isKnown(other)) known.push(other);
    broader.push((await isKnown(word)) ? word : (known[0] ?? word));
  }
  if (String(broader) === String(words)) return undefined;
  return lookUp(broader, { ...AS_TYPED, without, instead: broader.join(" ") });
}

/** With words written apart or together that are not, and the nearest to each that nobody has written. */
async function lookUpRepaired(words: string[], without: string[]): Promise<Understood | undefined> {
  const repaired = await repair(words);
  if (String(repaired) === String(words)) return undefined;
  return lookUp(repaired, { ...AS_TYPED, without, instead: repaired.join(" ") });
}

async function repair(words: string[]): Promise<string[]> {
  const repaired: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const [word = "", next] = words.slice(index, index + 2);
    if (next !== undefined && (await isWordOfPlaces(word + next))) {
      repaired.push(word + next);
      index += 1;
    } else if (await isKnown(word)) repaired.push(word);
    else {
      const [nearest = word] = await nearestWords(word);
      repaired.push(...((await splitWord(word)) ?? [nearest]));
    }
  }
  return [...new Set(repaired)];
}

/** A word may be misspelt as one that somebody has written. */
async function lookUpMisspelt(words: string[], without: string[]): Promise<Understood | undefined> {
  for (const word of words.toSorted((one, other) => other.length - one.length)) {
    for (const near of await nearestWords(word)) {
      const changed = words.map((one) => (one === word ? near : one));
      const found = await lookUp(changed, { ...AS_TYPED, without, instead: changed.join(" ") });
      if (found.placesWithWords !== NONE) return found;
    }
  }
  return undefined;
}

async function lookUpMost(words: string[], small: string[]): Promise<Understood | undefined> {
  if (words.length < 2) return undefined;
  const known: string[] = [];
  for (const word of words) {
    const [near = word] = (await isKnown(word)) ? [word] : await nearestWords(word);
    if (await isKnown(near)) known.push(near);
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
