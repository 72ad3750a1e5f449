import { z } from "zod";
import { cleanLine, MOST_TYPED } from "../text/cleaning.ts";

const WHOLE = "Enter a full postcode, with both its parts";
const POSTCODE = /^[A-PR-UWYZ][A-HJ-Z]?[0-9][0-9A-HJKMNPR-Y]?[0-9][ABD-HJLNP-UW-Z]{2}$/;
const WITHIN = /(?<![A-Z0-9])[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}(?![A-Z0-9])/g;
const NOT_KNOWN =
  /^(?:(?:i )?(?:don'?t|do not) know|not (?:sure|known)|unsure|unknown|none|n\/?a|tbc|[?-]+)$/i;
// On paper and on a screen these are taken for each other.
const LOOKS_LIKE: Record<string, string> = { O: "0", "0": "O", I: "1", L: "1", "1": "I" };

type ReadPostcode = { postcode: string } | { problem: string };

/** A UK postcode in any spelling, with other words or marks around it, in its usual form: "n43hh." is "N4 3HH". */
export function readPostcode(text: string): ReadPostcode {
  const typed = cleanLine(text).normalize("NFKC").toUpperCase();
  const symbols = typed.replace(/[^\p{L}\p{N}]/gu, "");
  if (POSTCODE.test(symbols)) return { postcode: spaced(symbols) };
  if (NOT_KNOWN.test(typed.replaceAll("’", "'")))
    return { problem: "Leave this empty if you do not know it" };
  const found = typed.replace(/[\p{Pd}.]/gu, " ").match(WITHIN) ?? [];
  const within = [...new Set(found.map((postcode) => spaced(postcode.replace(" ", ""))))];
  const [only, other] = within;
  if (only && other) return { problem: `Enter one postcode: ${only} or ${other}` };
  if (only && POSTCODE.test(only.replace(" ", ""))) return { postcode: only };
  const meant = looksLike(only?.replace(" ", "") ?? symbols);
  if (meant.length > 0) {
    const words = meant.slice(0, 3).map(spaced).join(" or ");
    return {
      problem: `Do you mean ${words}? O and 0, and I, L and 1, look alike: write it like that`,
    };
  }
  return { problem: problemOf(symbols) };
}

function spaced(symbols: string): string {
  return `${symbols.slice(0, -3)} ${symbols.slice(-3)}`;
}

/** Each way to take letters for figures, or figures for letters, that gives a postcode. */
function looksLike(symbols: string): string[] {
  if (symbols.length < 5 || symbols.length > 7) return [];
  let spellings = [""];
  for (const symbol of symbols) {
    const other = LOOKS_LIKE[symbol];
    spellings = spellings.flatMap((start) => [
      start + symbol,
      ...(other === undefined ? [] : [start + other]),
    ]);
  }
  return spellings.filter((spelling) => POSTCODE.test(spelling));
}

function problemOf(symbols: string): string {
  const ending = /[0-9]([A-Z]{2})$/.exec(symbols)?.[1];
  if (/^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$/.test(symbols) && ending) {
    return /[CIKMOV]/.test(ending)
      ? `No postcode ends in ${ending}: its last two letters are never C, I, K, M, O or V`
      : `No postcode begins like ${symbols.slice(0, -3)}: check its letters`;
  }
  if (/^[A-Z]{1,2}[0-9][A-Z0-9]?$/.test(symbols)) {
    return `Enter the whole postcode, not only ${symbols}`;
  }
  if (/^[0-9][A-Z]{2}$/.test(symbols)) {
    return "Enter the whole postcode, not only its end";
  }
  return WHOLE;
}

export const postcodeSchema = z
  .string({ error: WHOLE })
  .max(MOST_TYPED.line, { error: WHOLE, abort: true })
  .transform((text, context): string => {
    const read = readPostcode(text);
    if ("postcode" in read) return read.postcode;
    context.issues.push({ code: "custom", message: read.problem, input: text });
    return z.NEVER;
  });

/** The field of a form. Null where it is left empty: not everybody knows it. */
export const optionalPostcodeSchema = postcodeSchema
  .optional()
  .transform((postcode) => postcode ?? null);
