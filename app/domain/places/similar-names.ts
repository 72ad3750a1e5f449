import { editDistance } from "../search/words.ts";
import { foldToKey, foldToName } from "../text/folding.ts";

// What a place calls itself, beside its own name: "Ada's", "Ada's Café" and "Ada's Coffee Shop" may be one place.
const KINDS_OF_PLACE = new Set(
  [
    "cafe",
    "caffe",
    "coffee",
    "coffeehouse",
    "shop",
    "house",
    "restaurant",
    "bistro",
    "brasserie",
    "bar",
    "eatery",
  ].concat(["takeaway", "takeout", "canteen", "diner", "co", "ltd", "limited"]),
);

const MOST_CHARACTERS = 320;

/** Numbers are never mistyped: "Platform 9" is not "Platform 8". */
export function areSimilarNames(one: string, other: string): boolean {
  const [words, others] = [nameWords(one), nameWords(other)];
  const [key, otherKey] = [words.join(""), others.join("")];
  if (key === "" || otherKey === "") return one === other;
  if (key === otherKey) return true;
  if (haveOtherNumbers(words, others)) return false;
  return containsWords(words, others) || containsWords(others, words) || isMistyped(key, otherKey);
}

/** Whether two streets are one as people write it: "3, merge LANE" is "3 Merge Lane". */
export function isSameStreet(one: string, other: string): boolean {
  return foldToKey(one) === foldToKey(other);
}

function nameWords(name: string): string[] {
  const words = [...foldToName(name)].slice(0, MOST_CHARACTERS).join("").split(" ");
  const telling = words.filter((word) => !KINDS_OF_PLACE.has(word));
  return telling.length > 0 ? telling : words;
}

/** Two places of a chain may be told apart by their numbers alone. A name without one may leave it out. */
function haveOtherNumbers(words: string[], others: string[]): boolean {
  const [numbers, otherNumbers] = [words, others].map((list) =>
    list.filter((word) => /\p{N}/u.test(word)).join(" "),
  );
  return numbers !== "" && otherNumbers !== "" && numbers !== otherNumbers;
}

function containsWords(words: string[], part: string[]): boolean {
  return part.every((word) =>
    words.some((candidate) => candidate === word || isMistyped(candidate, word)),
  );
}

function isMistyped(one: string, other: string): boolean {
  const most = mostMistakes(Math.min([...one].length, [...other].length));
  return most > 0 && editDistance(one, other, most) <= most;
}

/**
 * One mistake in about six letters, and none in a word of three, where every other word is near: "Git" is not "Pit".
 * At most three, however long the name: more than that is another word.
 */
function mostMistakes(length: number): number {
  return length < 4 ? 0 : Math.min(3, Math.ceil(length / 6));
}
