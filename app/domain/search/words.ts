import { firstSentence } from "../text/cleaning.ts";
import { foldText, isUnspaced } from "../text/folding.ts";
import otherWords from "./other-words.json" with { type: "json" };

const MOST_WORDS = 8;

/** The words of a search, folded: case, accents and punctuation do not matter. Each word stands for all that begin so. */
export function searchWords(search: string): string[] {
  return [...new Set(foldText(search).split(" "))]
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, MOST_WORDS);
}

/** What to say of a search for an emoji or for "???", which finds nothing; undefined where there are words. */
export function wordlessNote(search: string): string | undefined {
  if (search === "" || searchWords(search).length > 0) return undefined;
  return `“${search}” finds nothing: it has no letter or number. Search for a name, a dish or a street.`;
}

export function longestWords(words: string[], most: number): string[] {
  return words.toSorted((one, other) => other.length - one.length).slice(0, most);
}

/** Left out of a search that finds nothing with them. */
const SMALL_WORDS = new Set(otherWords.small);

// Short and long forms in addresses and names, in either direction.
const SAME_WORDS = new Map(
  otherWords.same.flatMap((group) => group.map((word): [string, string[]] => [word, group])),
);

// What people call a cuisine or a kind of place, and what places are listed by.
const SYNONYMS = new Map(Object.entries(otherWords.synonyms));

export function isSmallWord(word: string): boolean {
  return SMALL_WORDS.has(word);
}

/** Other ways to write a word, which mean just the same. */
export function spellingsOf(word: string): string[] {
  return (SAME_WORDS.get(word) ?? []).filter((other) => other !== word);
}

/** What else a word or a phrase is a name for. */
export function synonymsOf(word: string): string[] {
  return SYNONYMS.get(word) ?? [];
}

// Dishes, and the cuisines of places that are likely to have them.
const BROADER = new Map(Object.entries(otherWords.broader));

/** What to search for where nothing has the word itself. */
export function broaderThan(word: string): string[] {
  return BROADER.get(word) ?? [];
}

const PHRASES = [...SYNONYMS.keys(), ...BROADER.keys()]
  .filter((name) => name.includes(" "))
  .map((name) => name.split(" "))
  .sort((one, other) => other.length - one.length);

/** Words that are a phrase together become one: "cheap", "fish and chips". */
export function joinPhrases(words: string[]): string[] {
  const joined: string[] = [];
  for (let index = 0; index < words.length; ) {
    const rest = words.slice(index);
    const phrase = PHRASES.find((parts) => parts.every((part, at) => rest[at] === part));
    joined.push(phrase ? phrase.join(" ") : (words[index] ?? ""));
    index += phrase?.length ?? 1;
  }
  return joined;
}

/** A text in parts: every second one, from the second on, is marked, since a search has found it. */
type MarkedText = string[];

const WORD = /[\p{L}\p{N}\p{M}'’]+/gu;

export function markWords(text: string, words: string[]): MarkedText {
  const forms = formsOf(words);
  const parts: MarkedText = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const marked = forms.some((form) => foldText(word).startsWith(form))
      ? { at: 0, length: word.length }
      : findWithin(word, forms);
    if (!marked) continue;
    const start = index + marked.at;
    parts.push(text.slice(end, start), text.slice(start, start + marked.length));
    end = start + marked.length;
  }
  return [...parts, text.slice(end)];
}

function formsOf(words: string[]): string[] {
  return words
    .flatMap((word) => [word, ...spellingsOf(word), ...synonymsOf(word)])
    .flatMap((form) => form.split(" "));
}

/** Where in a text without spaces one of the forms is. */
function findWithin(word: string, forms: string[]): { at: number; length: number } | undefined {
  const letters = [...word];
  if (!letters.some(isUnspaced)) return undefined;
  for (let first = 0; first < letters.length; first += 1) {
    const rest = letters.slice(first);
    const form = forms.find((one) => foldText(rest.join("")).startsWith(one));
    if (form === undefined) continue;
    const last = rest.findIndex((_, index) =>
      foldText(rest.slice(0, index + 1).join("")).startsWith(form),
    );
    const at = letters.slice(0, first).join("").length;
    return { at, length: rest.slice(0, last + 1).join("").length };
  }
  return undefined;
}

const SENTENCE = /[^.!?…]+[.!?…]*/gu;

/** The first sentence of a text that has a word which begins with one of the folded words, or else its first sentence. */
export function excerpt(text: string, words: string[]): string {
  const forms = formsOf(words);
  const sentences = text.match(SENTENCE) ?? [];
  const found = sentences.find((sentence) =>
    foldText(sentence)
      .split(" ")
      .some((word) => forms.some((form) => word.startsWith(form))),
  );
  return firstSentence(found ?? text);
}

/** Optimal string alignment distance (Damerau 1964, Boytsov 2011); Infinity once it is more than `most`. */
export function editDistance(one: string, other: string, most: number): number {
  const [from, to] = [[...one], [...other]];
  if (Math.abs(from.length - to.length) > most) return Number.POSITIVE_INFINITY;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, letter] of from.entries()) {
    const current = [row + 1];
    for (const [column, target] of to.entries()) {
      const cost = letter === target ? 0 : 1;
      const isSwap = cost === 1 && letter === to[column - 1] && from[row - 1] === target;
      current.push(
        Math.min(
          at(last, column + 1) + 1,
          at(current, column) + 1,
          at(last, column) + cost,
          isSwap ? at(beforeLast, column - 1) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    if (Math.min(...current) > most) return Number.POSITIVE_INFINITY;
    beforeLast = last;
    last = current;
  }
  const distance = at(last, to.length);
  return distance > most ? Number.POSITIVE_INFINITY : distance;
}

function at(row: number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}

/** Before and after what a search has found in a text. */
export const MARK = "\u0001";

export function withoutMarks(text: string): string {
  return text.replaceAll(MARK, "");
}
