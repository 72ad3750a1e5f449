import { z } from "zod";
import type { DecisionMade } from "#app/domain/moderation/decide.server.ts";
import { decisionFields } from "#app/domain/moderation/decision-fields.ts";
import { postingFields } from "#app/forms/posting-fields.ts";

/** What is said to a moderator who hides something and names no rule. */
export const NO_RULE = "Choose which rule it breaks";

/** What the form holds in which a moderator decides. */
export const decisionForm = z
  .object({ ...decisionFields, ...postingFields({ needsHandle: false }) })
  .refine(({ decision, rule }) => decision !== "hide" || rule !== undefined, {
    path: ["rule"],
    error: NO_RULE,
  });

/** The decision that a form holds which was accepted. */
export function decisionOf({
  decision,
  rule,
}: z.output<typeof decisionForm>): DecisionMade | undefined {
  if (decision !== "hide") return { decision };
  return rule && { decision, rule };
}
