import { z } from "zod";
import { handleSchema } from "#app/domain/members/handle.ts";
import { recoveryCodeSchema } from "#app/domain/members/recovery-code.ts";
import { tokenField } from "#app/forms/form-schema.ts";

const common = { ...tokenField, returnTo: z.string().max(500).optional().catch(undefined) };

export function signInForm() {
  return z.object({
    ...common,
    handle: z.string({ error: "Enter your handle" }).pipe(handleSchema),
    recoveryCode: recoveryCodeSchema,
  });
}

/** Sent by a script in place of the form. */
export function passkeyForm() {
  return z.object({ ...common, credential: z.string().max(20_000).catch("") });
}
