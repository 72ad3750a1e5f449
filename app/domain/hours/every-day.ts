import type { z } from "zod";
import {
  everyDayField,
  findHoursProblem,
  type Hours,
  hoursContent,
  hoursFields,
  hoursOfDay,
} from "./hours-fields.ts";
import { WEEKDAYS_ONLY } from "./week.ts";

const { weekdays, saturday, sunday } = hoursFields;

/** Hours in one field, and three for a week that has no day like another. */
export const everyDayFields = { everyDay: everyDayField, weekdays, saturday, sunday };

type EveryDay = { [Name in keyof typeof everyDayFields]?: z.output<typeof weekdays> };

const PARTS = [
  { field: "weekdays", words: "Monday to Friday", days: WEEKDAYS_ONLY },
  { field: "saturday", words: "Saturday", days: [6] },
  { field: "sunday", words: "Sunday", days: [7] },
] as const;

/** Some days alone are not a week. */
export function findEveryDayProblem(form: EveryDay) {
  const week = wholeForm(form);
  const typedHours = [week.everyDay, week.weekdays, week.saturday, week.sunday];
  if (typedHours.every((hours) => hours === undefined)) return undefined;
  const unknown = PARTS.find(({ days }) => days.some((day) => !hoursOfDay(week, day)));
  if (unknown) {
    return { field: unknown.field, problem: `Enter the hours of ${unknown.words} too, or closed` };
  }
  const found = findHoursProblem(week);
  if (!found) return undefined;
  const part = PARTS.find(({ field }) => field === found.field && form[field] !== undefined);
  const typed = form.everyDay === undefined ? ("weekdays" as const) : ("everyDay" as const);
  return { field: part?.field ?? typed, problem: found.problem };
}

export function everyDayContent(form: EveryDay): Hours {
  return hoursContent(wholeForm(form));
}

function wholeForm({ everyDay, weekdays, saturday, sunday }: EveryDay) {
  return { bankHolidays: "unknown" as const, everyDay, weekdays, saturday, sunday };
}
