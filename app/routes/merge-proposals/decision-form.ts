import { z } from "zod";
import { postingFields } from "#app/forms/posting-fields.ts";
import { paths } from "#app/paths.ts";

/** Where the suggestions are listed. */
export const LIST = paths.moderationMerges;

const slug = z.string().max(400).catch("");

/** What a moderator decides of two pages. */
export function decisionForm({ needsHandle }: { needsHandle: boolean }) {
  return z.object({
    from: slug,
    into: slug,
    intent: z.enum(["merge", "dismiss"], { error: "Press one of the buttons" }),
    ...postingFields({ needsHandle }),
  });
}
