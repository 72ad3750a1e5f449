import { foldToSlug } from "#app/domain/text/folding.ts";

// Of the sentence or the message that an address was copied from.
const MARKS = /[\s.,;:!?()[\]{}<>"'“”‘’«»*_~|…]+$/u;

/** Makes a function from a path as somebody typed or copied it to the address that was meant, where there is such a page. */
export function plainAddresses(patterns: readonly string[]): (path: string) => string | undefined {
  const pages = patterns.map((pattern) => pattern.split("/").slice(1));
  return function plainAddress(path) {
    const segments = path.split("/").map(decoded).filter(Boolean);
    const last = segments.pop()?.replace(MARKS, "") ?? "";
    const asked = last === "" ? segments : [...segments, last];
    const page = pages.find((parts) => isMatch(parts, asked));
    return page && `/${page.map((part, index) => written(part, asked[index] ?? "")).join("/")}`;
  };
}

function isMatch(parts: string[], asked: string[]): boolean {
  if (parts.length === 1 && parts[0] === "") return asked.length === 0;
  return (
    parts.length === asked.length &&
    parts.every((part, index) => part.startsWith(":") || part === asked[index]?.toLowerCase())
  );
}

/** Slugs are written in one way; what else may be in an address may tell capitals apart. */
function written(part: string, asked: string): string {
  if (part === ":slug") return encodeURIComponent(foldToSlug(asked));
  if (part === ":list") return encodeURIComponent(asked.toLowerCase());
  return part.startsWith(":") ? encodeURIComponent(asked) : part;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

// Not a bracket that opens, nor one of a tag: such a value was never copied from a sentence.
const MARKS_OF_VALUES = /[.,;)\]"”’»]+$/u;

/** The value without the marks after it; undefined where it has none. */
export function withoutMarks(value: string): string | undefined {
  const plain = value.replace(MARKS_OF_VALUES, "");
  return plain === value || plain === "" ? undefined : plain;
}
