import { z } from "zod";
import { ruleSchema } from "#app/domain/moderation/decisions.ts";
import type { NameToHide } from "#app/domain/moderation/hide-name.server.ts";
import { tokenField } from "#app/forms/form-schema.ts";

const FORMER = "former ";

export function nameForm() {
  return z.object({
    name: z.string({ error: "Choose what to hide" }).max(200),
    rule: ruleSchema,
    ...tokenField,
  });
}

/** What the form sends for a former handle. */
export function formerValue(key: string): string {
  return FORMER + key;
}

export function nameIn(value: string): NameToHide {
  if (value.startsWith(FORMER)) return { what: "former-handle", key: value.slice(FORMER.length) };
  return { what: value === "cohort" ? "cohort" : "handle" };
}
