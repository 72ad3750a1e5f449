import type { z } from "zod";
import { type Hours, hoursContent, hoursFields } from "./hours-fields.ts";

const { weekdays, saturday, sunday } = hoursFields;

/** Hours in one field, and three for a week that has no day like another. */
export const everyDayFields = { everyDay: weekdays, weekdays, saturday, sunday };

type EveryDay = { [Name in keyof typeof everyDayFields]?: z.output<typeof weekdays> };

const PARTS = [
  { field: "weekdays", days: "Monday to Friday" },
  { field: "saturday", days: "Saturday" },
  { field: "sunday", days: "Sunday" },
] as const;

/** Some days alone are not a week. */
export function findEveryDayProblem(form: EveryDay) {
  const unknown = PARTS.filter(({ field }) => (form[field] ?? form.everyDay) === undefined);
  const [first] = unknown;
  if (!first || unknown.length === PARTS.length) return undefined;
  return { field: first.field, problem: `Enter the hours of ${first.days} too, or closed` };
}

export function everyDayContent(form: EveryDay): Hours {
  return hoursContent({
    bankHolidays: "unknown",
    weekdays: form.weekdays ?? form.everyDay,
    saturday: form.saturday ?? form.everyDay,
    sunday: form.sunday ?? form.everyDay,
  });
}
