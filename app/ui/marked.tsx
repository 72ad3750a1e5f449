import type { MarkedText } from "#app/domain/search/words.ts";

/** A text with what a search has found in it marked. */
export function Marked({ text }: { text: MarkedText }) {
  return text.map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name
    index % 2 === 1 ? <mark key={index}>{part}</mark> : part,
  );
}
