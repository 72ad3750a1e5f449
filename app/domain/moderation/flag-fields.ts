import { optionalLine } from "../text/fields.ts";
import { ruleSchema } from "./decisions.ts";

export const flagFields = {
  rule: ruleSchema,
  note: optionalLine({ most: 500, tooLong: "Shorten the note to 500 characters" }),
};
