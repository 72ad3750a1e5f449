import { z } from "zod";
import { postingFields } from "#app/forms/posting-fields.ts";

const CHOOSE = "Choose which page stays";

/** What the form that makes two pages one has to hold. The other page is in the form's address. */
export function mergeForm({ needsHandle }: { needsHandle: boolean }) {
  return z.object({
    stays: z.string({ error: CHOOSE }).min(1, CHOOSE).max(400, CHOOSE),
    intent: z.enum(["merge", "suggest"]).catch("suggest"),
    ...postingFields({ needsHandle }),
  });
}

export type MergeForm = ReturnType<typeof mergeForm>;

/** The slug of a place that somebody typed or pasted the address of; undefined when the text is no address of one. */
export function slugOfAddress(text: string): string | undefined {
  const part = /\/places\/([^/?#\s]+)/.exec(text.slice(0, 2000))?.[1];
  if (part === undefined) return undefined;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
