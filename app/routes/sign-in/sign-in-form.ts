import { z } from "zod";
import { handleSchema } from "#app/domain/members/handle.ts";
import { recoveryCodeSchema } from "#app/domain/members/recovery-code.ts";
import { formTokenSchema } from "#app/forms/posting-fields.ts";

const common = { token: formTokenSchema, returnTo: z.string().optional().catch(undefined) };

/** What the form for signing in holds: a handle and its code. */
export const signInForm = z.object({
  ...common,
  handle: z.string({ error: "Enter your handle" }).pipe(handleSchema),
  recoveryCode: recoveryCodeSchema,
});

/** What a script sends instead: what a passkey answered. */
export const passkeyForm = z.object({ ...common, credential: z.string().max(20_000).catch("") });
