import { z } from "zod";
import { handleSchema } from "#app/domain/members/handle.ts";
import { recoveryCodeSchema } from "#app/domain/members/recovery-code.ts";

/** The hidden token of every form, by which sending it twice is recognised; empty when it is missing or unreadable. */
export const formTokenSchema = z.string().max(200).catch("");

/** The code of the community, which the server compares where the site asks for it. */
const joinCodeSchema = z.string().max(200).optional().catch(undefined);

/** What nobody sees and only programs fill in. */
const homepageSchema = z.string().max(200).catch("filled in").default("");

/** The fields that every form has which posts something: the handle of who is not signed in and
 * what they are asked beside it, the code of who has been here before, and the token. */
export function postingFields({ needsHandle }: { needsHandle: boolean }) {
  return {
    handle: needsHandle ? handleSchema : handleSchema.optional(),
    recoveryCode: needsHandle
      ? recoveryCodeSchema.optional()
      : z.string().optional().catch(undefined),
    joinCode: joinCodeSchema,
    homepage: homepageSchema,
    token: formTokenSchema,
  };
}

/** The hidden version of what a form changes: when that was last changed as the form was opened. */
export const versionField = z.string().max(40).catch("");
