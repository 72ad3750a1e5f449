import { z } from "zod";
import { reviewRuleSchema } from "#app/domain/moderation/decisions.ts";
import { tokenField } from "#app/forms/form-schema.ts";

export const NO_RULE = "Choose which rule their reviews break, or leave the box empty";

export function undoForm() {
  const fields = {
    /** The moment that the preview was made for. */
    since: z.iso.datetime("Open the preview again"),
    hide: z.literal("yes").optional(),
    rule: reviewRuleSchema.optional(),
    ...tokenField,
  };
  return z.object(fields).refine(({ hide, rule }) => hide === undefined || rule !== undefined, {
    path: ["rule"],
    error: NO_RULE,
  });
}
