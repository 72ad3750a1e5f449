import { z } from "zod";
import { handleSchema } from "#app/domain/members/handle.ts";
import { recoveryCodeSchema } from "#app/domain/members/recovery-code.ts";

/** The schema of a form, which asks for a handle where its author is not signed in. */
export type FormSchema<Output extends Authored, Input> = (options: {
  needsHandle: boolean;
}) => z.ZodType<Output, Input> & { shape: Record<string, unknown> };

/** What the kit itself reads of an accepted form. */
export type Authored = {
  token: string;
  handle?: string | undefined;
  recoveryCode?: string | undefined;
};

/** The hidden token of every form, by which sending it twice is recognised; empty when it is missing or unreadable. */
const tokenSchema = z.string().max(200).catch("");

/** What nobody sees and only programs fill in. */
const homepageSchema = z.string().max(200).catch("filled in").default("");

/** What every form has by which anybody may post: who its author is, and the token. */
export function authorFields({ needsHandle }: { needsHandle: boolean }) {
  return {
    handle: needsHandle ? handleSchema : handleSchema.optional(),
    recoveryCode: needsHandle
      ? recoveryCodeSchema.optional()
      : z.string().optional().catch(undefined),
    joinCode: z.string().max(200).optional().catch(undefined),
    homepage: homepageSchema,
    token: tokenSchema,
  };
}

/** What every form has that asks for no author. */
export const tokenField = { token: tokenSchema };

/** A form of somebody who is signed in, or who becomes nobody by it, that asks for nothing but a yes. */
export function confirmForm() {
  return z.object(tokenField);
}

/** The hidden version of what a form changes: when that was last changed as the form was opened. */
export const versionField = z.string().max(40).catch("");
