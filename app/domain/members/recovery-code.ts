import { z } from "zod";

/** Crockford's base 32: no I, L, O or U, which are misread or make words. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 5 bits each, 90 in all. */
export const RANDOM_SYMBOLS = 18;

// The largest prime of two symbols: one wrong symbol, or two swapped, changes the remainder.
const MODULUS = 1021;

const SYMBOLS = RANDOM_SYMBOLS + 2;
const MISSING = "Enter your recovery code";

/** From values of 0 to 31: five groups of four, the last two symbols a checksum. */
export function writeRecoveryCode(values: number[]): string {
  const remainder = values.reduce((sum, value) => (sum * 32 + value) % MODULUS, 0);
  const symbols = [...values, Math.floor(remainder / 32), remainder % 32]
    .map((value) => ALPHABET[value])
    .join("");
  return symbols.replace(/(.{4})(?=.)/g, "$1-");
}

/**
 * Case, spaces and hyphens do not matter, nor O for 0, nor I or L for 1. The words of the line that the code was kept in,
 * such as "Fork & Filter, ada:", are left out.
 */
export const recoveryCodeSchema = z
  .string({ error: MISSING })
  .transform((typed) => codeWithin(typed) ?? readSymbols(typed))
  .pipe(
    z
      .string({ error: MISSING })
      .min(1, { error: MISSING, abort: true })
      .refine((symbols) => symbols.length === SYMBOLS, {
        error: `That is not a whole code: a code has ${SYMBOLS} letters and digits`,
        abort: true,
      })
      .refine(
        (symbols) => isWhole(symbols),
        "That is not a whole code: one of its letters or digits is another",
      )
      .transform((symbols) => writeRecoveryCode(valuesOf(symbols).slice(0, RANDOM_SYMBOLS))),
  );

const MOST_TYPED_AROUND = 500;

function plainSymbols(typed: string): string {
  return typed
    .slice(0, MOST_TYPED_AROUND)
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
}

function readSymbols(typed: string): string {
  return plainSymbols(typed).replace(/[\s\p{Pd}\p{Cf}_.,·−]/gu, "");
}

const CODE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?=([${ALPHABET}](?:[^\\p{L}\\p{N}]{0,3}[${ALPHABET}]){${SYMBOLS - 1}})(?![\\p{L}\\p{N}]))`,
  "gu",
);

/** The one whole code among the words; undefined where there is none, or more than one. */
function codeWithin(typed: string): string | undefined {
  const whole = [...plainSymbols(typed).matchAll(CODE)]
    .map(([, text = ""]) => text.replace(/[^\p{L}\p{N}]/gu, ""))
    .filter(isWhole);
  return new Set(whole).size === 1 ? whole[0] : undefined;
}

function valuesOf(symbols: string): number[] {
  return [...symbols].map((symbol) => ALPHABET.indexOf(symbol));
}

function isWhole(symbols: string): boolean {
  const values = valuesOf(symbols);
  if (values.includes(-1)) return false;
  return writeRecoveryCode(values.slice(0, RANDOM_SYMBOLS)).replaceAll("-", "") === symbols;
}
