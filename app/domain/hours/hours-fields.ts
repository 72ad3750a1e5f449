import { z } from "zod";
import { MOST_TYPED } from "../text/cleaning.ts";
import type { OpeningHours } from "./opening-hours.ts";
import { BANK_HOLIDAY, dayName, findOverlappingDay, hoursOn, type WeekIntervals } from "./week.ts";
import { HOURS_TOO_LONG, readHours } from "./write-hours.ts";

export type Hours = Pick<OpeningHours, "bankHolidays" | "intervals"> | null;

export const DAY_FIELDS = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

export const BANK_HOLIDAY_CHOICES = [
  { value: "usual", words: "the same hours as usual" },
  { value: "closed", words: "closed" },
  { value: "own", words: "other hours, which I write below" },
  { value: "unknown", words: "I do not know" },
] as const;

const dayHours = z
  .string({ error: "Write the hours as words, like 8am to 5pm" })
  .max(MOST_TYPED.line, { error: HOURS_TOO_LONG, abort: true })
  .transform((text, context) => {
    if (text.trim() === "") return undefined;
    const read = readHours(text);
    if ("intervals" in read) return read.intervals;
    context.issues.push({ code: "custom", message: read.problem, input: text });
    return z.NEVER;
  })
  .optional();

export const hoursFields = {
  weekdays: dayHours,
  monday: dayHours,
  tuesday: dayHours,
  wednesday: dayHours,
  thursday: dayHours,
  friday: dayHours,
  saturday: dayHours,
  sunday: dayHours,
  bankHolidays: z
    .enum(["usual", "closed", "own", "unknown"], { error: "Choose what it does on bank holidays" })
    .default("unknown"),
  ownHours: dayHours,
};

const hoursForm = z.object(hoursFields);
type HoursForm = z.output<typeof hoursForm>;

export function findHoursProblem(
  form: HoursForm,
): { field: keyof HoursForm; problem: string } | undefined {
  const { bankHolidays, ownHours } = form;
  if (isUnknown(form)) {
    return (
      ownHours && {
        field: "weekdays",
        problem: "Enter the hours of the week too, or leave everything empty",
      }
    );
  }
  const missing = DAY_FIELDS.find((field, index) => intervalsOf(form, field, index) === undefined);
  if (missing) {
    const isWeekday = missing !== "saturday" && missing !== "sunday";
    const name = dayName(DAY_FIELDS.indexOf(missing) + 1);
    return isWeekday
      ? {
          field: "weekdays",
          problem: `Enter the hours from Monday to Friday, or those of ${name} below`,
        }
      : { field: missing, problem: `Enter the hours of ${name}, or closed` };
  }
  const overlapping = findOverlappingDay(weekOf(form));
  if (overlapping !== undefined) return overlapProblem(form, overlapping);
  if (bankHolidays === "own" && !ownHours) {
    return { field: "ownHours", problem: "Enter the hours on bank holidays" };
  }
  if (ownHours && (bankHolidays === "usual" || bankHolidays === "closed")) {
    return {
      field: "ownHours",
      problem: "Choose other hours above for these to count, or empty this field",
    };
  }
  return undefined;
}

function overlapProblem(form: HoursForm, day: number): { field: keyof HoursForm; problem: string } {
  const field = DAY_FIELDS[day - 1] ?? "monday";
  const problem = `${dayName(day)} starts before ${dayName(day === 1 ? 7 : day - 1)} is over: change one of them`;
  return { field: day <= 5 && form[field] === undefined ? "weekdays" : field, problem };
}

export function hoursContent(form: HoursForm): Hours {
  if (isUnknown(form)) return null;
  const own = (form.ownHours ?? []).map((interval) => ({ day: BANK_HOLIDAY, ...interval }));
  const intervals = weekOf(form);
  if (form.ownHours && own.length === 0) return { bankHolidays: "closed", intervals };
  if (form.ownHours) return { bankHolidays: "own", intervals: [...intervals, ...own] };
  const { bankHolidays } = form;
  return {
    bankHolidays: bankHolidays === "usual" || bankHolidays === "closed" ? bankHolidays : null,
    intervals,
  };
}

export function typedHours(hours: Hours): Record<keyof HoursForm, string> {
  const texts = DAY_FIELDS.map((_, index) => (hours ? hoursOn(hours.intervals, index + 1) : ""));
  const weekdays = mostFrequent(texts.slice(0, 5));
  const [
    monday = "",
    tuesday = "",
    wednesday = "",
    thursday = "",
    friday = "",
    saturday = "",
    sunday = "",
  ] = texts.map((text, index) => (index < 5 && text === weekdays ? "" : text));
  return {
    weekdays,
    monday,
    tuesday,
    wednesday,
    thursday,
    friday,
    saturday,
    sunday,
    bankHolidays: hours?.bankHolidays ?? "unknown",
    ownHours: hours?.bankHolidays === "own" ? hoursOn(hours.intervals, BANK_HOLIDAY) : "",
  };
}

function mostFrequent(texts: string[]): string {
  const count = (text: string) => texts.filter((other) => other === text).length;
  return texts.toSorted((one, other) => count(other) - count(one))[0] ?? "";
}

function isUnknown(form: HoursForm): boolean {
  return form.weekdays === undefined && DAY_FIELDS.every((field) => form[field] === undefined);
}

function intervalsOf(form: HoursForm, field: (typeof DAY_FIELDS)[number], index: number) {
  return form[field] ?? (index < 5 ? form.weekdays : undefined);
}

function weekOf(form: HoursForm): WeekIntervals {
  return DAY_FIELDS.flatMap((field, index) =>
    (intervalsOf(form, field, index) ?? []).map((interval) => ({ day: index + 1, ...interval })),
  );
}
