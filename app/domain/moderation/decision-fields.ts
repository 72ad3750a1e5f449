import { z } from "zod";
import { DECISIONS } from "./decisions.ts";
import { ruleSchema } from "./flag-fields.ts";

/** The fields of a form in which a moderator decides. Only hiding needs a rule. */
export const decisionFields = {
  decision: z.enum(
    DECISIONS.map(({ decision }) => decision),
    "Choose what to do",
  ),
  rule: ruleSchema.optional(),
};
