import { foldText } from "../text/folding.ts";

/** A text in parts, those marked that a search has found. */
export type MarkedText = { text: string; marked: boolean }[];

const WORD = /[\p{L}\p{N}\p{M}'’]+/gu;

/** Marks the words of a text that begin with one of the folded words. */
export function markWords(text: string, words: string[]): MarkedText {
  if (words.length === 0) return [{ text, marked: false }];
  const parts: MarkedText = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(WORD)) {
    const folded = foldText(found);
    if (!words.some((word) => folded.startsWith(word))) continue;
    if (index > end) parts.push({ text: text.slice(end, index), marked: false });
    parts.push({ text: found, marked: true });
    end = index + found.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), marked: false });
  return parts;
}
