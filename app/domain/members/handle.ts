import { z } from "zod";
import { cleanLine, countCharacters, MOST_TYPED } from "../text/cleaning.ts";
import { foldToKey } from "../text/folding.ts";

/** No member can choose this handle. */
export const FORMER_MEMBER = "A former member";

/** What members are called whose handle a moderator hid. Nobody can choose one. */
export function neutralHandle(number: number | string): string {
  return `Member ${number}`;
}

export function isNeutralHandle(handle: string): boolean {
  return /^Member \d+$/.test(handle);
}

const LEAST = 2;
const MOST = 30;

const LENGTH = `Choose a handle of ${LEAST} to ${MOST} characters`;
const MISSING = "Choose a handle, so that people know who recommends";

export const handleSchema = z
  .string({ error: MISSING })
  .max(MOST_TYPED.line, { error: LENGTH, abort: true })
  .transform(cleanLine)
  .pipe(
    z
      .string({ error: MISSING })
      .min(1, { error: MISSING, abort: true })
      .refine((text) => countCharacters(text) >= LEAST && countCharacters(text) <= MOST, {
        error: LENGTH,
        abort: true,
      })
      .refine(
        (text) => countCharacters(foldToKey(text)) >= LEAST,
        "Choose a handle with at least two letters or digits in it",
      )
      .refine(
        (text) => countCharacters(foldToKey(text)) <= 4 * MOST,
        "Choose a handle of plainer letters",
      )
      .refine(
        (text) => foldToKey(text) !== foldToKey(FORMER_MEMBER),
        "Choose a handle of your own",
      ),
  );

export function handleKey(handle: string): string {
  return foldToKey(handle);
}
