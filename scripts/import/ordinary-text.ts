const ENTITIES: Record<string, string> = {
  amp: "&",
  quot: '"',
  apos: "'",
  lt: "<",
  gt: ">",
  nbsp: " ",
};

const SMALL_WORDS = new Set(["of", "the", "and", "in", "at", "on", "by", "for", "de", "la", "le"]);

/** Registers hold some texts that were escaped for HTML, once or twice. */
export function withoutEntities(text: string): string {
  const decoded = text.replace(/&(?:#(\d{1,7})|([a-z]{2,4}));/gi, (whole, code, name) =>
    code === undefined
      ? (ENTITIES[String(name).toLowerCase()] ?? whole)
      : letterOf(Number(code), whole),
  );
  return decoded === text ? text : withoutEntities(decoded);
}

function letterOf(code: number, whole: string): string {
  return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** What is shouted, or written without a capital, in ordinary ones: "JOE'S CAFE" is "Joe's Cafe". Short words may be initials. */
export function inOrdinaryCapitals(text: string): string {
  const hasCapitals = /\p{Lu}/u.test(text);
  const hasSmall = /\p{Ll}/u.test(text);
  let isFirst = true;
  return text.replace(/[\p{L}\p{M}][\p{L}\p{M}'’]*/gu, (word, index: number) => {
    const afterNumber = /\d$/.test(text.slice(0, index));
    const first = isFirst;
    isFirst = false;
    if (/\p{Ll}['’]S$/u.test(word)) return word.slice(0, -1) + word.slice(-1).toLowerCase();
    const isShouted = !/\p{Ll}/u.test(word) && [...word].length > 1;
    if (afterNumber) return word;
    if (!hasCapitals) return !first && SMALL_WORDS.has(word) ? word : capitalised(word);
    if (!isShouted) return word;
    const small = word.toLowerCase();
    const isInitials = [...word].length <= 3 && (hasSmall || !/[aeiouy]/.test(small));
    if (isInitials) return word;
    return !first && SMALL_WORDS.has(small) ? small : capitalised(small);
  });
}

function capitalised(word: string): string {
  const [first = "", ...rest] = word;
  const plain = first.toUpperCase() + rest.join("");
  return plain.replace(
    /^(Mc|O['’])(\p{Ll})(?=\p{L}{2})/u,
    (_, start, letter) => start + letter.toUpperCase(),
  );
}
