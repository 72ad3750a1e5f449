import { z } from "zod";
import { cleanLine, countCharacters, MOST_TYPED } from "./cleaning.ts";
import { dayInLondon, isIsoDate } from "./dates.ts";

const EARLIEST = "2000-01-01";

const NO_SUCH_DAY = "Enter a day that exists, like 22/11/2026";

/** An ISO date; "22/11/2026" is understood too. */
export const pastDaySchema = z
  .string({ error: "Enter the day like 22/11/2026" })
  .max(MOST_TYPED.line, { error: NO_SUCH_DAY, abort: true })
  .transform((text) => toIsoDate(cleanLine(text)))
  .refine((text) => text === "" || isIsoDate(text), NO_SUCH_DAY)
  .refine(
    (text) => text === "" || !isIsoDate(text) || text <= dayInLondon(new Date()),
    "Enter a day that is not in the future",
  )
  .refine(
    (text) => text === "" || !isIsoDate(text) || text >= EARLIEST,
    "Enter a day since the year 2000",
  )
  .transform((text) => text || undefined)
  .optional();

function toIsoDate(text: string): string {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (!parts) return text;
  const [, day = "", month = "", year = ""] = parts;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

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
