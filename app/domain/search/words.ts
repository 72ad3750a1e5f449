import { firstSentence } from "../text/cleaning.ts";
import { foldText } from "../text/folding.ts";

const MOST_WORDS = 8;

/** The words of a search, folded: case, accents and punctuation do not matter. Each word stands for all that begin so. */
export function searchWords(search: string): string[] {
  return [...new Set(foldText(search).split(" "))]
    .filter((word) => word !== "")
    .slice(0, MOST_WORDS);
}

export function longestWords(words: string[], most: number): string[] {
  return words.toSorted((one, other) => other.length - one.length).slice(0, most);
}

/** A text in parts: every second one, from the second on, is marked, since a search has found it. */
type MarkedText = string[];

const WORD = /[\p{L}\p{N}\p{M}'’]+/gu;

export function markWords(text: string, words: string[]): MarkedText {
  if (words.length === 0) return [text];
  const parts: MarkedText = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(WORD)) {
    const folded = foldText(found);
    if (!words.some((word) => folded.startsWith(word))) continue;
    parts.push(text.slice(end, index), found);
    end = index + found.length;
  }
  return [...parts, text.slice(end)];
}

const SENTENCE = /[^.!?…]+[.!?…]*/gu;

/** The first sentence of a text that has a word which begins with one of the folded words, or else its first sentence. */
export function excerpt(text: string, words: string[]): string {
  const sentences = text.match(SENTENCE) ?? [];
  const found = sentences.find((sentence) =>
    foldText(sentence)
      .split(" ")
      .some((word) => words.some((searched) => word.startsWith(searched))),
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
