import { cleanLine } from "../text/cleaning.ts";

const LIKE = "like 6.50";
const GENERAL = `Enter what you paid in pounds and pence, ${LIKE}`;
/** Without a pound sign or a point, so much is more often in pence. */
const LEAST_ASKED = 100;

type ReadPounds = { pence: number } | { problem: string };

/** Reads "£6.50", "6.5", "8,50", "850p", ".50", "8.50£", "£1,000" or "6.50 each". */
export function readPounds(text: string): ReadPounds {
  const typed = plainPrice(text);
  const amount = typed.replace(/^(?:£|gbp) ?|(?<=\d) ?(?:£|gbp|quid|pounds?)$/g, "");
  const pence = /^(\d{1,6}) ?(?:p|pence)$/.exec(typed);
  if (pence) return { pence: Number(pence[1]) };
  const plain = /^(\d{1,5}|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/.exec(amount);
  const comma = /^(\d{1,5}),(\d{1,2})$/.exec(amount);
  const pointOnly = /^[.,](\d{1,2})$/.exec(amount);
  if (pointOnly) return { pence: penceOf("0", pointOnly[1]) };
  if (comma) return { pence: penceOf(comma[1], comma[2]) };
  if (!plain) return { problem: problemOf(typed, amount) };
  const read = penceOf(plain[1]?.replaceAll(",", ""), plain[2]);
  const isBare = typed === plain[1] && !typed.includes(",");
  return isBare && read >= LEAST_ASKED * 100 && read <= 10_000_000
    ? { problem: ask(Number(typed)) }
    : { pence: read };
}

export function parsePounds(text: string): number | undefined {
  const read = readPounds(text);
  return "pence" in read ? read.pence : undefined;
}

function plainPrice(text: string): string {
  return cleanLine(text)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/ (?:each|pp|p\/p|per (?:person|head)|a head|for one)$/, "")
    .replace(/(?<=\d\.\d{1,2})p$/, "")
    .replace(/[.\-=/]+$/, "")
    .trim();
}

function penceOf(pounds = "0", pence = ""): number {
  return Number(pounds) * 100 + Number(pence.padEnd(2, "0"));
}

function ask(number: number): string {
  return `Do you mean ${formatPounds(number)}? Write it with a point, or £${number} if it was that much`;
}

function problemOf(typed: string, amount: string): string {
  if (/[€$¥₹]|\b(?:eur|euros?|usd|dollars?|cents?)\b/.test(typed)) {
    return `Enter the price in pounds, ${LIKE}`;
  }
  if (/^(?:free|nothing|on the house|complimentary)$/.test(typed)) {
    return "Leave this empty if you paid nothing";
  }
  if (/^(?:n\/a|unknown|\?+|idk|(?:i )?(?:don't|can't|do not) (?:know|remember))$/.test(typed)) {
    return "Leave this empty if you do not know";
  }
  if (/^[-−–+]/.test(amount)) return GENERAL;
  if (/\d.*(?:-|–|—|\bto\b|\bor\b|\/|\band\b|&|\+).*\d/.test(amount)) {
    return `Enter one price: what you paid yourself, ${LIKE}`;
  }
  if (/\bfor (?:\d|two|three|four|both|all)|\d ?[x×] ?/.test(amount)) {
    return `Enter what one person paid, ${LIKE}`;
  }
  if (/about|around|approx|roughly|~|ish|under|over|less|more|<|>/.test(typed)) {
    return `Enter the nearest price that you know, ${LIKE}`;
  }
  if (/^\d+[.,]\d{3,}$/.test(amount)) return `Enter at most two figures after the point, ${LIKE}`;
  const parts = /^(\d{1,3})[ :;](\d{2})$/.exec(amount);
  if (parts) return `Do you mean £${parts[1]}.${parts[2]}? Write it with a point`;
  return GENERAL;
}

export function formatPounds(pence: number): string {
  return `£${(pence / 100).toFixed(2)}`;
}
