import { z } from "zod";
import { cleanLine } from "../text/cleaning.ts";
import { parsePounds } from "./price.ts";

const MESSAGE = "Enter what you paid in pounds and pence, like 6.50";
const MOST_PENCE = 100_000;

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
