import { z } from "zod";
import { findHoursProblem, hoursFields } from "#app/domain/hours/hours-fields.ts";
import { postingFields, versionField } from "#app/forms/posting-fields.ts";

/** What the form for the hours of a place has to hold. */
export function hoursForm({ needsHandle }: { needsHandle: boolean }) {
  return z
    .object({ ...hoursFields, ...postingFields({ needsHandle }), version: versionField })
    .superRefine((form, context) => {
      const found = findHoursProblem(form);
      if (found) context.addIssue({ code: "custom", path: [found.field], message: found.problem });
    });
}

export type HoursForm = ReturnType<typeof hoursForm>;
