import { z } from "zod";
import { cleanLine, countCharacters } from "../text/cleaning.ts";

const MOST_SEARCH_CHARACTERS = 100;

const pageSchema = z.coerce.number().int().min(1).max(1_000_000);

export function isPage(text: string): boolean {
  return pageSchema.safeParse(text).success;
}

export function parsePage(parameters: URLSearchParams): number {
  return pageSchema.safeParse(parameters.get("page")).data ?? 1;
}

/** The words of a search in a URL: empty where there are none, at most 100 characters; what is left out is named in `ignored`. */
export function readSearch(parameters: URLSearchParams, ignored: string[]): string {
  const typed = cleanLine((parameters.get("q") ?? "").slice(0, 20_000));
  if (typed === "") return "";
  const search =
    countCharacters(typed) > MOST_SEARCH_CHARACTERS
      ? [...typed].slice(0, MOST_SEARCH_CHARACTERS).join("").trim()
      : typed;
  if (search !== typed)
    ignored.push("What you searched for is long: only its first 100 characters count.");
  return search;
}

/** A parameter of a URL as its schema reads it; undefined where there is none, or, with the sentence in `ignored`, no such. */
export function readOne<Value>(
  parameters: URLSearchParams,
  name: string,
  schema: z.ZodType<Value>,
  ignored: string[],
  sentence: string,
): Value | undefined {
  const text = parameters.get(name);
  if (!text) return undefined;
  const result = schema.safeParse(text);
  if (!result.success) ignored.push(sentence);
  return result.data;
}

export function oneOf<Value extends number>(values: readonly Value[]) {
  return z.string().transform((text, context): Value => {
    const value = values.find((candidate) => String(candidate) === text);
    if (value !== undefined) return value;
    context.addIssue({ code: "custom", message: "not offered" });
    return z.NEVER;
  });
}
