import { cleanLine } from "../text/cleaning.ts";

/** An amount in pounds, such as "£6.50", "6.5" or "6", in pence; undefined when it is not one. */
export function parsePounds(text: string): number | undefined {
  const match = /^£?\s?(\d{1,5})(?:\.(\d{1,2}))?$/.exec(cleanLine(text));
  if (!match) return undefined;
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}

/** Pence as "£6.50". */
export function formatPounds(pence: number): string {
  return `£${(pence / 100).toFixed(2)}`;
}
