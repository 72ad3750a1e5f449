import { MINUTES_A_DAY, WEEKDAYS } from "../text/dates.ts";
import type { OpeningHours } from "./opening-hours.ts";
import { writeHours } from "./write-hours.ts";

export type WeekIntervals = OpeningHours["intervals"];

export const BANK_HOLIDAY = 8;
export const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7] as const;
export const WEEKDAYS_ONLY = [1, 2, 3, 4, 5] as const;
export const WEEKEND = [6, 7] as const;

const WEEK = 7 * MINUTES_A_DAY;

export function hoursOn(intervals: WeekIntervals, day: number): string {
  const ofDay = intervals.filter((interval) => interval.day === day);
  return writeHours(ofDay.sort((one, other) => one.opensAt - other.opensAt));
}

/** The first day, 1 to 7, that begins before the night before is over. The week goes round. */
export function findOverlappingDay(intervals: WeekIntervals): number | undefined {
  const ofWeek = intervals.filter(({ day }) => day !== BANK_HOLIDAY);
  const [first] = sorted(ofWeek);
  const round = first ? [...sorted(ofWeek), { ...first, from: first.from + WEEK }] : [];
  return round.find(({ from }, index) => from < (round[index - 1]?.to ?? 0))?.day;
}

function sorted(intervals: WeekIntervals) {
  return intervals
    .map(({ day, opensAt, closesAt }) => ({
      day,
      from: day * MINUTES_A_DAY + opensAt,
      to: day * MINUTES_A_DAY + closesAt,
    }))
    .sort((one, other) => one.from - other.from);
}

export function dayName(day: number): string {
  return WEEKDAYS[day - 1] ?? "Bank holidays";
}

/** "Mon", "Sat and Sun", "Mon to Fri", "Every day". @param days that follow each other */
export function daysWords(days: readonly number[]): string {
  const [first = BANK_HOLIDAY, last = first] = [days[0], days.at(-1)];
  if (first === BANK_HOLIDAY) return dayName(first);
  if (days.length === 7) return "Every day";
  if (days.length === 1) return shortDayName(first);
  return `${shortDayName(first)} ${days.length === 2 ? "and" : "to"} ${shortDayName(last)}`;
}

function shortDayName(day: number): string {
  return dayName(day).slice(0, 3);
}
