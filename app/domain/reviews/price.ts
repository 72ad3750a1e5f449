import { z } from "zod";
import { cleanLine } from "../text/cleaning.ts";

const MESSAGE = "Enter what you paid in pounds and pence, like 6.50";
const MOST_PENCE = 100_000;

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

/** What somebody paid, in pence, or undefined when left out: more than nothing and at most £1,000. */
export const pricePaidSchema = z
  .string({ error: MESSAGE })
  .transform((text, context) => {
    if (cleanLine(text) === "") return undefined;
    const pence = parsePounds(text);
    if (pence === undefined) context.addIssue({ code: "custom", message: MESSAGE });
    else if (pence < 1 || pence > MOST_PENCE) {
      context.addIssue({ code: "custom", message: "Enter a price from £0.01 to £1,000" });
    }
    return pence;
  })
  .optional();
