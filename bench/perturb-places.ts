import type { Random } from "./random.ts";

const KINDS = ["Café", "Restaurant", "Takeaway", "Coffee Shop", "Bar", "PH", "Public House"];
const KIND = / (café|cafe|restaurant|takeaway|coffee shop|bar|ph|public house)$/i;
const BRANCHES = ["Finsbury Park", "Islington", "Holloway", "Angel", "Central"];

/** Undefined where a rule does not apply, as without an "&". */
type Rule = { words: string; change: (text: string, random: Random) => string | undefined };

/** How the same name comes in other words. */
export const NAME_RULES: Rule[] = [
  { words: "as it is", change: (name) => name },
  { words: "typo", change: mistype },
  {
    words: "The",
    change: (name) => (/^the /i.test(name) ? name.slice(4) : `The ${name}`),
  },
  {
    words: "&",
    change: (name) =>
      / and /i.test(name) ? name.replace(/ and /i, " & ") : changed(name, / ?& ?/, " and "),
  },
  {
    words: "branch",
    change: (name, random) =>
      random.chance(0.5)
        ? `${name} (${random.pick(BRANCHES)})`
        : `${name} - ${random.pick(BRANCHES)}`,
  },
  {
    words: "case",
    change: (name, random) => (random.chance(0.5) ? name.toUpperCase() : name.toLowerCase()),
  },
  {
    words: "kind of place",
    change: (name, random) => {
      const bare = name.replace(KIND, "");
      return bare !== name && random.chance(0.5) ? bare : `${bare} ${random.pick(KINDS)}`;
    },
  },
  { words: "joined words", change: (name) => changed(name, / /, "") },
];

/** How the same street comes in other words. */
export const STREET_RULES: Rule[] = [
  { words: "Rd for Road", change: (street) => changed(street, LONG_KIND, shortKind) },
  { words: "no number", change: (street) => changed(street, /(^|, )\d\S* /, "$1") },
  { words: "case", change: (street) => street.toUpperCase() },
];

/** The postcode as the form gets it: its own, that of the nearest other one in the order of the alphabet, or none. */
export const POSTCODE_RULES: {
  words: string;
  change: (postcode: string, sorted: string[]) => string;
}[] = [
  { words: "own", change: (postcode) => postcode },
  {
    words: "neighbour's",
    change: (postcode, sorted) => {
      const at = sorted.indexOf(postcode);
      return sorted[at + 1] ?? sorted[at - 1] ?? postcode;
    },
  },
  { words: "missing", change: () => "" },
];

/** Two letters swapped, one left out, doubled or another, in a word of four letters or more. */
function mistype(name: string, random: Random): string | undefined {
  const words = [...name.matchAll(/\p{L}{4,}/gu)];
  if (words.length === 0) return undefined;
  const { 0: word, index } = random.pick(words);
  const at = random.integer(0, word.length - 2);
  const [letter = "", next = ""] = [word[at], word[at + 1]];
  const slip = random.pick([next + letter, next, letter + letter + next, `e${next}`]);
  const mistyped = word.slice(0, at) + slip + word.slice(at + 2);
  return mistyped === word
    ? undefined
    : name.slice(0, index) + mistyped + name.slice(index + word.length);
}

const LONG_KIND =
  /\b(Road|Street|Avenue|Lane|Square)\b(?!.*\b(?:Road|Street|Avenue|Lane|Square)\b)/;

function shortKind(kind: string): string {
  return { Road: "Rd", Street: "St", Avenue: "Ave", Lane: "Ln", Square: "Sq" }[kind] ?? kind;
}

function changed(
  text: string,
  what: RegExp,
  by: string | ((found: string) => string),
): string | undefined {
  const after = typeof by === "string" ? text.replace(what, by) : text.replace(what, by);
  return after === text ? undefined : after;
}
