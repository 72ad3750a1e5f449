import { firstSentence } from "../text/cleaning.ts";
import { foldText } from "../text/folding.ts";

/** A text in parts: every second one, from the second on, is marked, since a search has found it. */
export type MarkedText = string[];

const WORD = /[\p{L}\p{N}\p{M}'’]+/gu;

/** Marks the words of a text that begin with one of the folded words. */
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
