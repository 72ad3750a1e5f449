import { requiredLine } from "../text/fields.ts";
import { reviewRuleSchema } from "./decisions.ts";

export const stopFields = {
  rule: reviewRuleSchema,
  words: requiredLine({
    missing: "Tell them why, in a sentence",
    most: 500,
    tooLong: "Shorten what you tell them to 500 characters",
  }),
};
