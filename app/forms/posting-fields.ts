import { z } from "zod";
import { handleSchema } from "#app/domain/members/handle.ts";

/** The hidden token of every form, by which sending it twice is recognised; empty when it is missing or unreadable. */
const formTokenSchema = z.string().max(200).catch("");

/** The fields that every form has which posts something: the handle of who is not signed in, and the token. */
export function postingFields({ needsHandle }: { needsHandle: boolean }) {
  return { handle: needsHandle ? handleSchema : handleSchema.optional(), token: formTokenSchema };
}

/** The hidden version of what a form changes: when that was last changed as the form was opened. */
export const versionField = z.string().max(40).catch("");
