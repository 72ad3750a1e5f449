import { cleanLine } from "../text/cleaning.ts";

export function parsePounds(text: string): number | undefined {
  const match = /^£?\s?(\d{1,5})(?:\.(\d{1,2}))?$/.exec(cleanLine(text));
  if (!match) return undefined;
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}

export function formatPounds(pence: number): string {
  return `£${(pence / 100).toFixed(2)}`;
}
