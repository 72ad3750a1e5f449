/** One more with each change of what a text is folded to: what is stored is folded anew at the next start. */
export const FOLDING_VERSION = 2;

// Letters of their own to Unicode, which people without them on the keyboard write so.
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  ...{ ß: "ss", æ: "ae", œ: "oe", þ: "th", ŋ: "ng", ĸ: "k", ǝ: "e", ə: "e", ɛ: "e", ɔ: "o" },
  ...{ ı: "i", ȷ: "j", đ: "d", ð: "d", ø: "o", ł: "l", ħ: "h", ŧ: "t", ƀ: "b", ƈ: "c", ȼ: "c" },
  ...{ ɖ: "d", ɗ: "d", ƌ: "d", ɇ: "e", ƒ: "f", ǥ: "g", ɠ: "g", ɦ: "h", ɨ: "i", ɩ: "i", ɉ: "j" },
  ...{ ƙ: "k", ƚ: "l", ɫ: "l", ɱ: "m", ɲ: "n", ƞ: "n", ɵ: "o", ƥ: "p", ɍ: "r", ɽ: "r", ʂ: "s" },
  ...{ ȿ: "s", ƭ: "t", ʈ: "t", ⱦ: "t", ʉ: "u", ʋ: "v", ⱳ: "w", ƴ: "y", ɏ: "y", ƶ: "z", ȥ: "z" },
  ...{ ɀ: "z", ⱥ: "a", ɑ: "a", ꜳ: "aa", ꜵ: "ao", ꝏ: "oo", ς: "σ" },
};

const APOSTROPHES = /['’‘‛`´ʼʻʹ′]/g;

/** What a letter of Unicode's NFC is folded to: nothing, letters and digits, or spaces. */
export function foldLetter(letter: string): string {
  if (/['’‘‛`´ʼʻʹ′]|\p{Default_Ignorable_Code_Point}/u.test(letter)) return "";
  if (/[™℠]/.test(letter)) return " ";
  const plain = letter
    .normalize("NFKD")
    // Accents of Latin, Greek, Cyrillic and kana only: elsewhere marks are letters of their own.
    .replace(/[\u0300-\u036f\u3099\u309a]/g, "")
    .normalize("NFKC")
    // Some small letters are forms of another one, whose capital they have.
    .toUpperCase()
    .toLowerCase();
  const written = [...plain].map((part) => WRITTEN_OUT[part] ?? part).join("");
  const words = written
    .replace(APOSTROPHES, "")
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ");
  // "4½" is "4 1 2", not "41 2".
  return /[¼-¾⅐-⅟↉]/.test(letter) ? ` ${words}` : words;
}

const known = new Map<string, string>();
const LAST_KNOWN = "\u2fff";

function foldKnown(letter: string): string {
  const folded = known.get(letter) ?? foldLetter(letter);
  if (letter <= LAST_KNOWN) known.set(letter, folded);
  return folded;
}

/** “Café O’Malley & Sons” and “cafe omalley and sons” fold to the same words. The full-text search folds likewise, by the table folded_letters. */
export function foldText(text: string): string {
  return [...text.normalize("NFC")].map(foldKnown).join("").replace(/ +/g, " ").trim();
}
/** As places are sorted and compared by: without a leading "the". */
export function foldToName(text: string): string {
  return foldText(text).replace(/^the (?=.)/, "");
}

/** Letters and digits only, so that "Ana B" and "ana-b" are one handle. */
export function foldToKey(text: string): string {
  return foldText(text).replaceAll(" ", "");
}

/** Hyphenated, at most 80 characters; empty when the text has no letter or digit. */
export function foldToSlug(text: string): string {
  const slug = [...foldText(text)].slice(0, 80).join("").trim();
  return slug.replaceAll(" ", "-");
}

/** Code points of scripts that put no space between words: Thai to Tibetan, Burmese, Khmer, Tai, Balinese, Chinese and Japanese, Yi, Javanese. */
const UNSPACED: readonly (readonly [first: number, last: number])[] = [
  [0x0e00, 0x0fff],
  [0x1000, 0x109f],
  [0x1780, 0x17ff],
  [0x1950, 0x19ff],
  [0x1a20, 0x1aaf],
  [0x1b00, 0x1b7f],
  [0x2e80, 0x2fdf],
  [0x3005, 0x3007],
  [0x3021, 0x312f],
  [0x31a0, 0x31bf],
  [0x31f0, 0x31ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa980, 0xa9ff],
  [0xaa60, 0xaadf],
  [0x16fe0, 0x18d8f],
  [0x1aff0, 0x1b2ff],
  [0x20000, 0x3ffff],
];

export function isUnspaced(letter: string): boolean {
  const point = letter.codePointAt(0) ?? 0;
  return point >= 0x0e00 && UNSPACED.some(([first, last]) => point >= first && point <= last);
}

/** Every letter of such a script is a word of its own, so that a name is found from its middle. */
export function spaceOut(folded: string): string {
  return [...folded].map((letter) => (isUnspaced(letter) ? ` ${letter} ` : letter)).join("");
}

/** A text as the full-text search has it. */
export function searchedText(text: string): string {
  return spaceOut(foldText(text)).replace(/ +/g, " ").trim();
}
