import { z } from "zod";
import { cohortSchema } from "#app/domain/members/cohort.ts";
import { handleSchema } from "#app/domain/members/handle.ts";
import { formTokenSchema } from "#app/forms/posting-fields.ts";

/** What a member says of themselves. */
export const profileForm = z.object({
  token: formTokenSchema,
  handle: handleSchema,
  cohort: cohortSchema,
});
