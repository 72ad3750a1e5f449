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
