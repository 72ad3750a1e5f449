import { z } from "zod";

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

export const tokenField = { token: tokenSchema };

export function confirmForm() {
  return z.object(tokenField);
}

/** When the data was last changed, as of opening the form. */
export const versionField = z.string().max(40).catch("");
