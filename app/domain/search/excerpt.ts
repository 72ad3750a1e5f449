import { firstSentence } from "../text/cleaning.ts";
import { foldText } from "../text/folding.ts";

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
