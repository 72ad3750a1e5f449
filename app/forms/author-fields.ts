import { z } from "zod";
import { handleSchema } from "#app/domain/members/handle.ts";
import { recoveryCodeSchema } from "#app/domain/members/recovery-code.ts";
import { tokenField } from "./form-schema.ts";

/** Trap for programs that fill in every field. */
const homepageSchema = z.string().max(200).catch("filled in").default("");

export function authorFields({ needsHandle }: { needsHandle: boolean }) {
  return {
    handle: needsHandle ? handleSchema : handleSchema.optional(),
    recoveryCode: needsHandle
      ? recoveryCodeSchema.optional()
      : z.string().max(200).optional().catch(undefined),
    joinCode: z.string().max(200).optional().catch(undefined),
    homepage: homepageSchema,
    ...tokenField,
  };
}
