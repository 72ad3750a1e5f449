import { z } from "zod";
import {
  BANK_HOLIDAY_CHOICES,
  DAY_FIELDS,
  findHoursProblem,
  hoursFields,
} from "#app/domain/hours/hours-fields.ts";
import { dayName } from "#app/domain/hours/week.ts";
import { authorFields } from "#app/forms/author-fields.ts";
import { versionField } from "#app/forms/form-schema.ts";

export function hoursForm({ needsHandle }: { needsHandle: boolean }) {
  return z
    .object({ ...hoursFields, ...authorFields({ needsHandle }), version: versionField })
    .superRefine((form, context) => {
      const found = findHoursProblem(form);
      if (found) context.addIssue({ code: "custom", path: [found.field], message: found.problem });
    });
}

export const HOURS_LABELS = [
  { name: "weekdays", label: "Monday to Friday" },
  ...DAY_FIELDS.map((name, index) => ({ name, label: dayName(index + 1) })),
  { name: "bankHolidays", label: "On bank holidays", wordsOf: bankHolidayWords },
  { name: "ownHours", label: "Hours on bank holidays" },
];

function bankHolidayWords(value: string): string {
  return BANK_HOLIDAY_CHOICES.find((choice) => choice.value === value)?.words ?? value;
}
