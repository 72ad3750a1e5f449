import { z } from "zod";
import { flagFields } from "#app/domain/moderation/flag-fields.ts";
import { postingFields } from "#app/forms/posting-fields.ts";

/** What the form holds that flags a place or a review. It is for members only. */
export const flagForm = z.object({ ...flagFields, ...postingFields({ needsHandle: false }) });
