import { z } from "zod";
import { authorFields } from "#app/forms/form-schema.ts";

const CHOOSE = "Choose which page stays";

/** What the form that makes two pages one has to hold. The other page is in the form's address. */
export function mergeForm({ needsHandle }: { needsHandle: boolean }) {
  return z.object({
    stays: z.string({ error: CHOOSE }).min(1, CHOOSE).max(400, CHOOSE),
    intent: z.enum(["merge", "suggest"]).catch("suggest"),
    ...authorFields({ needsHandle }),
  });
}
