/** As typed, in UTF-16 units: what is longer is refused before it is read, since some letters take a thousand times as long as others. */
export const MOST_TYPED = { line: 2000, text: 20_000 };

// Control characters, and invisible ones that reorder or hide the text after them.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

// Without String.toWellFormed, which Firefox has from 119 on.
const LONE_SURROGATES = /\p{Surrogate}/gu;

// Not blank, not a mark that only shapes its neighbours, not a filler.
const VISIBLE = /[^\s\u2800\p{Default_Ignorable_Code_Point}]/u;

/** NFC, no control or reordering characters, single spaces. Empty when nothing of it is visible. */
export function cleanLine(text: string): string {
  const printable = text
    .replace(LONE_SURROGATES, "\ufffd")
    .replace(/\s/g, " ")
    .replace(UNPRINTABLE, "");
  const line = printable.normalize("NFC").replace(/ +/g, " ").trim();
  return VISIBLE.test(line) ? line : "";
}

export function cleanLines(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").split("\n").map(cleanLine);
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** By code points, as SQLite's length() does. */
export function countCharacters(text: string): number {
  return [...text].length;
}

export function firstSentence(text: string, most = 140): string {
  const line = cleanLine(text);
  const sentence = /^.{12,}?[.!?…](?=\s|$)/u.exec(line)?.[0] ?? line;
  if (countCharacters(sentence) <= most) return sentence;
  const cut = [...sentence].slice(0, most - 1).join("");
  return `${cut.replace(/\s+\S*$/, "")}…`;
}

// With "https:" or "www.", or an ending that no sentence has by accident.
const LINK =
  /(?:https?:\/\/|www\.)\S+|(?<![\p{L}\p{N}.@-])(?:[\p{L}\p{N}-]+\.)+(?:com|net|org|io|uk|ru|cn|biz|xyz)(?![\p{L}\p{N}-])\S*/giu;

export function countLinks(text: string): number {
  return [...text.matchAll(LINK)].length;
}
