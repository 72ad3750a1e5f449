import { z } from "zod";
import { optionalLine } from "../text/fields.ts";
import { RULES } from "./rules.ts";

const CHOOSE = "Choose which rule it breaks";

export const ruleSchema = z.enum(
  RULES.map(({ rule }) => rule),
  CHOOSE,
);

export const flagFields = {
  rule: ruleSchema,
  note: optionalLine({ most: 500, tooLong: "Shorten the note to 500 characters" }),
};
