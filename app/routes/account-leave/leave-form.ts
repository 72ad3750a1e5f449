import { z } from "zod";
import { LEAVING_CHOICES } from "#app/domain/members/leaving.ts";
import { postingFields } from "#app/forms/posting-fields.ts";

/** What the form holds by which a member leaves. */
export const leaveForm = z.object({
  reviews: z.enum(
    LEAVING_CHOICES.map(({ choice }) => choice),
    "Choose what happens to your reviews",
  ),
  sure: z.literal("yes", "Tick the box if you are sure: leaving cannot be undone"),
  ...postingFields({ needsHandle: false }),
});
