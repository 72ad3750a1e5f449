import { z } from "zod";
import type { DecisionMade } from "#app/domain/moderation/decide.server.ts";
import { decisionFields } from "#app/domain/moderation/decisions.ts";
import { tokenField } from "#app/forms/form-schema.ts";

export const NO_RULE = "Choose which rule it breaks";

export function decisionForm() {
  return z
    .object({ ...decisionFields, ...tokenField })
    .refine(({ decision, rule }) => decision !== "hide" || rule !== undefined, {
      path: ["rule"],
      error: NO_RULE,
    });
}

export function decisionIn({
  decision,
  rule,
}: z.output<ReturnType<typeof decisionForm>>): DecisionMade | undefined {
  if (decision !== "hide") return { decision };
  return rule && { decision, rule };
}
