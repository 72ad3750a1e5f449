import { z } from "zod";
import { optionalLine } from "../text/fields.ts";
import { RULES } from "./rules.ts";

const CHOOSE = "Choose which rule it breaks";

/** A rule that was chosen in a form. */
export const ruleSchema = z.enum(
  RULES.map(({ rule }) => rule),
  CHOOSE,
);

/** The fields of a form that flags something. */
export const flagFields = {
  rule: ruleSchema,
  note: optionalLine({ most: 500, tooLong: "Shorten the note to 500 characters" }),
};
