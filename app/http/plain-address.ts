import { foldToSlug } from "#app/domain/text/folding.ts";

// Of the sentence or the message that an address was copied from.
const MARKS = marksAtEnd(`\\s.,;:!?()[\\]{}<>"'“”‘’«»*_~|…`);
// After an address that ends in "/".
const ONLY_MARKS = /^[\s.,;!?)\]}>"'”’»…]+$/u;

/** Makes a function from a path as somebody typed or copied it to the address that was meant, where there is such a page. */
export function plainAddresses(patterns: readonly string[]): (path: string) => string | undefined {
  const pages = patterns.map((pattern) => pattern.split("/").slice(1));
  return function plainAddress(path) {
    const segments = path.split("/").filter(Boolean).map(readSegment);
    const asked = withoutLastMarks(segments);
    const page = pages.find((parts) => isMatch(parts, asked));
    const plain = page?.map((part, index) => written(part, asked[index]));
    return plain && (page?.length === 1 || !plain.includes("")) ? `/${plain.join("/")}` : undefined;
  };
}

function withoutLastMarks(segments: Segment[]): Segment[] {
  const last = segments.at(-1);
  if (!last) return segments;
  const others = segments.slice(0, -1);
  if (ONLY_MARKS.test(last.text)) return others;
  return [...others, { ...last, text: last.text.replace(MARKS, "") }];
}

/** `raw` is how it is written in the address. */
type Segment = { text: string; raw?: string };

function readSegment(raw: string): Segment {
  return { raw, text: decoded(raw) };
}

function isMatch(parts: string[], asked: Segment[]): boolean {
  if (parts.length === 1 && parts[0] === "") return asked.length === 0;
  return (
    parts.length === asked.length &&
    parts.every((part, index) => isMatchOfPart(part, asked[index]?.text.toLowerCase() ?? ""))
  );
}

function isMatchOfPart(part: string, text: string): boolean {
  const { name, extension } = parameterIn(part);
  return name === undefined ? part === text : text.endsWith(extension);
}

/** "slug" and ".json" of ":slug.json". */
function parameterIn(part: string): { name?: string | undefined; extension: string } {
  const [, name, extension = ""] = /^:(\w+)(\.\w+)?$/.exec(part) ?? [];
  return { name, extension };
}

/** Slugs are written in one way; what else may be in an address may tell capitals apart. */
function written(part: string, asked: Segment | undefined): string {
  const { name, extension } = parameterIn(part);
  if (name === undefined || !asked) return part;
  const { text, raw } = asked;
  const bare = extension === "" ? text : text.slice(0, -extension.length);
  const plain = plainValue(name, bare) + extension;
  return raw !== undefined && plain === decoded(raw) ? raw : encodeURIComponent(plain);
}

function plainValue(name: string, text: string): string {
  if (name === "slug") return foldToSlug(text);
  return name === "list" ? text.toLowerCase() : text;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

// Not a bracket that opens, nor one of a tag: such a value was never copied from a sentence.
const MARKS_OF_VALUES = marksAtEnd(`.,;)\\]"”’»`);

/** The value without the marks after it; undefined where it has none. */
export function withoutMarks(value: string): string | undefined {
  const plain = value.replace(MARKS_OF_VALUES, "");
  return plain === value || plain === "" ? undefined : plain;
}

/** Tried once for each run of marks, not from each mark of a long one. @param marks as between the brackets of a pattern */
function marksAtEnd(marks: string): RegExp {
  return new RegExp(`(?<![${marks}])[${marks}]+$`, "u");
}
