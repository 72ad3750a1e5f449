import { z } from "zod";
import { MOST_TYPED } from "../text/cleaning.ts";
import type { Interval, OpeningHours } from "./opening-hours.ts";
import { type DaysHours, HOURS_TOO_LONG, readWeek } from "./read-hours.ts";
import {
  BANK_HOLIDAY,
  dayName,
  EVERY_DAY,
  findOverlappingDay,
  hoursOn,
  WEEKDAYS_ONLY,
  type WeekIntervals,
} from "./week.ts";

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

/** @param own the days that the field is for; a whole week in it is of each day that it names */
function hoursField(own: readonly number[]) {
  return z
    .string({ error: "Write the hours as words, like 8am to 5pm" })
    .max(MOST_TYPED.line, { error: HOURS_TOO_LONG, abort: true })
    .transform((text, context): DaysHours | undefined => {
      if (text.trim() === "") return undefined;
      const read = readWeek(text, own);
      if ("days" in read) return read.days;
      context.issues.push({ code: "custom", message: read.problem, input: text });
      return z.NEVER;
    })
    .optional();
}

export const hoursFields = {
  weekdays: hoursField(WEEKDAYS_ONLY),
  monday: hoursField([1]),
  tuesday: hoursField([2]),
  wednesday: hoursField([3]),
  thursday: hoursField([4]),
  friday: hoursField([5]),
  saturday: hoursField([6]),
  sunday: hoursField([7]),
  bankHolidays: z
    .enum(["usual", "closed", "own", "unknown"], { error: "Choose what it does on bank holidays" })
    .default("unknown"),
  ownHours: hoursField([BANK_HOLIDAY]),
};

const hoursForm = z.object(hoursFields);
type ByDay = z.output<typeof hoursForm>;

/** A form may also ask in one field for what is the same every day. */
export const everyDayField = hoursField(EVERY_DAY);
type HoursForm = ByDay & { everyDay?: DaysHours | undefined };

type HoursProblem = { field: keyof HoursForm; problem: string };

export function findHoursProblem(form: HoursForm): HoursProblem | undefined {
  if (isUnknown(form)) {
    return (
      form.ownHours && {
        field: "weekdays",
        problem: "Enter the hours of the week too, or leave everything empty",
      }
    );
  }
  const twice = DAY_FIELDS.find((_, index) => isSaidTwice(form, index + 1));
  if (twice) {
    const name = dayName(DAY_FIELDS.indexOf(twice) + 1);
    const problem = `Another field has other hours of ${name}: change one of them`;
    return { field: form[twice] ? twice : "weekdays", problem };
  }
  const missing = DAY_FIELDS.find((_, index) => hoursOfDay(form, index + 1) === undefined);
  if (missing) return missingProblem(missing);
  const overlapping = findOverlappingDay(weekOf(form));
  if (overlapping !== undefined) return overlapProblem(form, overlapping);
  return bankHolidayProblem(form);
}

function missingProblem(missing: (typeof DAY_FIELDS)[number]): HoursProblem {
  const name = dayName(DAY_FIELDS.indexOf(missing) + 1);
  return missing === "saturday" || missing === "sunday"
    ? { field: missing, problem: `Enter the hours of ${name}, or closed` }
    : {
        field: "weekdays",
        problem: `Enter the hours from Monday to Friday, or those of ${name} below`,
      };
}

function bankHolidayProblem(form: HoursForm): HoursProblem | undefined {
  const { bankHolidays } = form;
  const own = hoursOfDay(form, BANK_HOLIDAY);
  if (isSaidTwice(form, BANK_HOLIDAY)) {
    const problem = "Another field has other hours of bank holidays: change one of them";
    return { field: "ownHours", problem };
  }
  if (bankHolidays === "own" && !own) {
    return { field: "ownHours", problem: "Enter the hours on bank holidays" };
  }
  const contradicts = bankHolidays === "usual" || (bankHolidays === "closed" && own?.length !== 0);
  if (form.ownHours && (bankHolidays === "usual" || bankHolidays === "closed")) {
    return {
      field: "ownHours",
      problem: "Choose other hours above for these to count, or empty this field",
    };
  }
  if (own && contradicts) {
    return {
      field: "bankHolidays",
      problem: "The hours above say something else of bank holidays: change one of them",
    };
  }
  return undefined;
}

function overlapProblem(form: HoursForm, day: number): HoursProblem {
  const field = DAY_FIELDS[day - 1] ?? "monday";
  const problem = `${dayName(day)} starts before ${dayName(day === 1 ? 7 : day - 1)} is over: change one of them`;
  return { field: form.weekdays?.has(day) && !form[field] ? "weekdays" : field, problem };
}

export function hoursContent(form: HoursForm): Hours {
  if (isUnknown(form)) return null;
  const own = hoursOfDay(form, BANK_HOLIDAY);
  const intervals = weekOf(form);
  if (own?.length === 0) return { bankHolidays: "closed", intervals };
  if (own) {
    const ofHolidays = own.map((interval) => ({ day: BANK_HOLIDAY, ...interval }));
    return { bankHolidays: "own", intervals: [...intervals, ...ofHolidays] };
  }
  const { bankHolidays } = form;
  return {
    bankHolidays: bankHolidays === "usual" || bankHolidays === "closed" ? bankHolidays : null,
    intervals,
  };
}

export function typedHours(hours: Hours): Record<keyof ByDay, string> {
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
  return [form.everyDay, form.weekdays, ...DAY_FIELDS.map((field) => form[field])].every(
    (hours) => hours === undefined,
  );
}

/** A field for fewer days goes before one for more, and a week in a field of other days is last. */
function hoursOfDay(form: HoursForm, day: number): Interval[] | undefined {
  const field = day === BANK_HOLIDAY ? "ownHours" : DAY_FIELDS[day - 1];
  const inOrder = [
    field && form[field],
    day <= 5 ? form.weekdays : undefined,
    form.everyDay,
    form.weekdays,
    ...DAY_FIELDS.map((one) => form[one]),
  ];
  return inOrder.find((hours) => hours?.has(day))?.get(day);
}

/** Of two fields that are not for a day, or of which one is, neither goes before the other. */
function isSaidTwice(form: HoursForm, day: number): boolean {
  const said = JSON.stringify(hoursOfDay(form, day));
  const fields = day === BANK_HOLIDAY ? ([...DAY_FIELDS, "ownHours"] as const) : DAY_FIELDS;
  return [...fields.map((field) => form[field]), day > 5 ? form.weekdays : undefined].some(
    (hours) => hours?.has(day) && JSON.stringify(hours.get(day)) !== said,
  );
}

function weekOf(form: HoursForm): WeekIntervals {
  return DAY_FIELDS.flatMap((_, index) =>
    (hoursOfDay(form, index + 1) ?? []).map((interval) => ({ day: index + 1, ...interval })),
  );
}
