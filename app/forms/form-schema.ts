import { z } from "zod";
import { handleSchema } from "#app/domain/members/handle.ts";
import { recoveryCodeSchema } from "#app/domain/members/recovery-code.ts";

export type FormSchema<Output extends Authored, Input> = (options: {
  needsHandle: boolean;
}) => z.ZodType<Output, Input> & { shape: Record<string, unknown> };

export type Authored = {
  token: string;
  handle?: string | undefined;
  recoveryCode?: string | undefined;
};

/** By it a form sent twice is recognised; empty when missing or unreadable. */
const tokenSchema = z.string().max(200).catch("");

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
    token: tokenSchema,
  };
}

export const tokenField = { token: tokenSchema };

export function confirmForm() {
  return z.object(tokenField);
}

/** When the data was last changed, as of opening the form. */
export const versionField = z.string().max(40).catch("");
