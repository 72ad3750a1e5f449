import { editDistance } from "../search/words.ts";
import { foldText } from "../text/folding.ts";

// What a place calls itself, beside its own name: "Ada's", "Ada's Café" and "Ada's Coffee Shop" may be one place.
const KINDS_OF_PLACE = new Set(
  (
    "cafe caffe coffee coffeehouse shop house restaurant bistro brasserie bar eatery takeaway takeout canteen diner " +
    "pub ph public inn tavern tearoom tearooms co ltd limited and"
  ).split(" "),
);

/** Those that people write together with a name: "CafeBeam". */
const JOINED_KIND =
  /^(?:cafe|caffe|coffee|restaurant|bistro)(?=.{3})|(?<=.{3})(?:cafe|caffe|coffee|restaurant|bistro|takeaway)$/u;

const MOST_CHARACTERS = 320;

type Name = {
  text: string;
  /** Without kinds of place, unless it has no other word. */
  words: string[];
  /** All of it, in one: "TheCastle Pub" is "The Castle Pub". */
  joined: string;
};

export function areSimilarNames(one: string, other: string): boolean {
  return areSimilar(readName(one), readName(other));
}

/** For one name among many. */
export function isSimilarTo(name: string): (other: string) => boolean {
  const read = readName(name);
  return (other) => areSimilar(readName(other), read);
}

/** Numbers are never mistyped: "Platform 9" is not "Platform 8". */
function areSimilar(one: Name, other: Name): boolean {
  const [words, others] = [one.words, other.words];
  const [key, otherKey] = [words.join(""), others.join("")];
  if (key === "" || otherKey === "") return one.text === other.text;
  if (key === otherKey || one.joined === other.joined) return true;
  if (haveOtherNumbers(words, others)) return false;
  return containsWords(words, others) || containsWords(others, words) || isMistyped(key, otherKey);
}

function readName(text: string): Name {
  const folded = [...foldText(text)].slice(0, MOST_CHARACTERS).join("");
  const words = folded.replace(/^the(?: (?=.)|(?=\S{4}))/, "").split(" ");
  const telling = words.filter((word) => !KINDS_OF_PLACE.has(word));
  return {
    text,
    words: telling.length > 0 ? telling.map((word) => word.replace(JOINED_KIND, "")) : words,
    joined: folded.replaceAll(" ", ""),
  };
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
