import { decode, encode } from "pluscodes";
import type { Position } from "./coordinates.ts";

const SYMBOLS = "23456789CFGHJMPQRVWX";
const WHOLE = new RegExp(`(?<![A-Z\\d])[${SYMBOLS}]{8}\\+[${SYMBOLS}]{2,7}(?![A-Z\\d])`, "i");
const SHORTER = new RegExp(
  `(?<![A-Z\\d])(?:[${SYMBOLS}]{4,6}\\+[${SYMBOLS}]{2,7}|[${SYMBOLS}]{8}\\+|[${SYMBOLS}]{2,6}0{2,6}\\+)(?![A-Z\\d])`,
  "i",
);

export function writePlusCode(position: Position): string {
  return encode(position, 10) ?? "";
}

/** A whole Plus code says where a place is to 14 m; one without its first four needs the name of a town. */
export function readPlusCode(text: string): Position | "short-code" | undefined {
  const code = WHOLE.exec(text)?.[0].toUpperCase();
  const decoded = code === undefined ? null : decode(code);
  if (!decoded) return SHORTER.test(text) ? "short-code" : undefined;
  const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return { latitude: rounded(decoded.latitude), longitude: rounded(decoded.longitude) };
}
