import { z } from "zod";
import { cleanLine, countCharacters, MOST_TYPED } from "./cleaning.ts";
import { dayInLondon } from "./dates.ts";
import { readPastDay } from "./read-day.ts";

/** An ISO date, read as readPastDay reads it; undefined where nothing was typed. */
export const pastDaySchema = z
  .string({ error: "Enter the day like 22/11/2026" })
  .max(MOST_TYPED.line, { error: "Enter a day that exists, like 22/11/2026", abort: true })
  .transform((text, context): string | undefined => {
    if (text.trim() === "") return undefined;
    const read = readPastDay(text, dayInLondon(new Date()));
    if ("day" in read) return read.day;
    context.issues.push({ code: "custom", message: read.problem, input: text });
    return z.NEVER;
  })
  .optional();

type LineRules = { missing: string; most: number; tooLong: string };

export function requiredLine({ missing, most, tooLong }: LineRules) {
  return z
    .string({ error: missing })
    .max(MOST_TYPED.line, { error: tooLong, abort: true })
    .transform(cleanLine)
    .pipe(
      // Conform takes an empty value for a missing one at this step too.
      z
        .string({ error: missing })
        .min(1, missing)
        .refine((text) => countCharacters(text) <= most, tooLong),
    );
}

export function optionalLine({ most, tooLong }: Omit<LineRules, "missing">) {
  return z
    .string({ error: tooLong })
    .max(MOST_TYPED.line, { error: tooLong, abort: true })
    .transform(cleanLine)
    .refine((text) => countCharacters(text) <= most, { error: tooLong, abort: true })
    .transform((text) => text || undefined)
    .optional();
}
