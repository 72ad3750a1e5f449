import { z } from "zod";
import { cleanLine, countCharacters } from "./cleaning.ts";

type LineRules = { missing: string; most: number; tooLong: string };

/** A line of text that must be given. @param rules what to say when it is missing or longer than the most characters */
export function requiredLine({ missing, most, tooLong }: LineRules) {
  return z
    .string({ error: missing })
    .transform(cleanLine)
    .pipe(
      // Conform takes what is empty for missing at this step too.
      z
        .string({ error: missing })
        .min(1, missing)
        .refine((text) => countCharacters(text) <= most, tooLong),
    );
}

/** A line of text that may be left out; a blank one counts as left out. */
export function optionalLine({ most, tooLong }: Omit<LineRules, "missing">) {
  return z
    .string({ error: tooLong })
    .transform(cleanLine)
    .refine((text) => countCharacters(text) <= most, tooLong)
    .transform((text) => text || undefined)
    .optional();
}
