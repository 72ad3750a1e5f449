import { z } from "zod";
import { authorFields } from "#app/forms/author-fields.ts";

const CHOOSE = "Choose which page stays";

/** The other place is no field: the form's address has it. */
export function mergeForm({ needsHandle }: { needsHandle: boolean }) {
  return z.object({
    stays: z.string({ error: CHOOSE }).min(1, CHOOSE).max(400, CHOOSE),
    intent: z.enum(["merge", "suggest"]).catch("suggest"),
    ...authorFields({ needsHandle }),
  });
}
