import { optionalLine } from "../text/fields.ts";
import { reviewRuleSchema, ruleSchema } from "./decisions.ts";

const note = optionalLine({ most: 500, tooLong: "Shorten the note to 500 characters" });

export const placeFlagFields = { rule: ruleSchema, note };

export const reviewFlagFields = { rule: reviewRuleSchema, note };
