import { foldText } from "../text/folding.ts";

/** The most words of a search that count. */
const MOST_WORDS = 8;

/** The words of a search, folded: case, accents and punctuation do not matter. Each word stands for all that begin so. */
export function searchWords(search: string): string[] {
  return [...new Set(foldText(search).split(" "))]
    .filter((word) => word !== "")
    .slice(0, MOST_WORDS);
}

/** A folded word in the language of SQLite's full-text search. Nothing in it is an operator. */
export function wholeWordPattern(word: string): string {
  return `"${word.replaceAll('"', "")}"`;
}

/** The same for every word that begins so. */
export function wordPattern(word: string): string {
  return `${wholeWordPattern(word)}*`;
}

/** The longest words, which tend to be the rarest. */
export function longestWords(words: string[], most: number): string[] {
  return words.toSorted((one, other) => other.length - one.length).slice(0, most);
}
