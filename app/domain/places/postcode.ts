import { z } from "zod";
import { cleanLine } from "../text/cleaning.ts";

const MESSAGE = "Enter a full postcode, like N4 3HH";

/** A UK postcode in any spelling, turned into its usual form: "n43hh" becomes "N4 3HH". */
export const postcodeSchema = z
  .string({ error: MESSAGE })
  .transform((text) => cleanLine(text).toUpperCase().replaceAll(" ", ""))
  .pipe(z.string({ error: MESSAGE }).regex(/^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$/, MESSAGE))
  .transform((text) => `${text.slice(0, -3)} ${text.slice(-3)}`);
