import { isDeepStrictEqual } from "node:util";
import { LRUCache } from "lru-cache";
import OpeningHours from "opening_hours";
import type { Hours } from "../../app/domain/hours/hours-fields.ts";
import { BANK_HOLIDAY, findOverlappingDay } from "../../app/domain/hours/week.ts";
import { MINUTES_A_DAY } from "../../app/domain/text/dates.ts";

type Week = NonNullable<Hours>;

/** What OpenStreetMap writes that is no hours of a week, or depends on where the sun is. */
const NOT_OF_A_WEEK = /\b(SH|sun(rise|set)|dawn|dusk)\b/i;

const LONGEST = 255;
const MOST_IN_A_WEEK = 42;

// A week without a holiday or a change of the clocks, and the holidays of the same year that fall on other days.
const WEEK = Array.from({ length: 7 }, (_, index) => new Date(2027, 5, 7 + index));
const HOLIDAYS = [
  new Date(2027, 2, 26),
  new Date(2027, 4, 3),
  new Date(2027, 4, 31),
  new Date(2027, 7, 30),
];

// Which holidays there are is asked for by place. They decide only which of the days above are ones.
const ENGLAND = { lat: 51.5, lon: -0.1, address: { country_code: "gb", state: "England" } };

const read = new LRUCache<string, { week: Week | undefined }>({ max: 5000 });

/** The site's week of an `opening_hours` value; undefined where it cannot be said in one, such as "in summer" or "by appointment". */
export function weekOf(value: string): Week | undefined {
  const known = read.get(value) ?? { week: readWeek(value) };
  read.set(value, known);
  return known.week;
}

function readWeek(value: string): Week | undefined {
  if (value.length > LONGEST || NOT_OF_A_WEEK.test(value)) return undefined;
  try {
    const hours = parse(value);
    const usual = withoutHolidays(hours.prettifyValue());
    if (usual === undefined || !parse(usual).isWeekStable()) return undefined;
    const days = WEEK.map((day) => intervalsOn(parse(usual), day));
    const intervals = days.flatMap((ofDay, index) =>
      (ofDay ?? []).map((interval) => ({ day: index + 1, ...interval })),
    );
    const isKnown = days.every((ofDay) => ofDay !== undefined);
    if (!isKnown || intervals.length === 0 || intervals.length > MOST_IN_A_WEEK) return undefined;
    if (findOverlappingDay(intervals) !== undefined) return undefined;
    const holidays = usual === hours.prettifyValue() ? undefined : holidaysOf(hours, intervals);
    return {
      bankHolidays: usual === "24/7" ? "usual" : (holidays?.kind ?? null),
      intervals: [...intervals, ...(holidays?.intervals ?? [])],
    };
  } catch {
    // The library throws words and errors for what it cannot read.
    return undefined;
  }
}

function parse(value: string): OpeningHours {
  return new OpeningHours(value, ENGLAND, { ...DEFAULTS, tag_key: "opening_hours" });
}

const DEFAULTS = {
  mode: undefined,
  map_value: undefined,
  warnings_severity: undefined,
  locale: "en",
};

/** The rules of other days; undefined where a holiday is in one that cannot do without it. */
function withoutHolidays(value: string): string | undefined {
  const rules = value
    .split(/; ?/)
    .filter((rule) => !/^PH\b(?!,)/.test(rule))
    .map((rule) => rule.replace(/,PH\b/, "").replace(/\bPH,/, ""));
  return rules.length === 0 || rules.some((rule) => /\bPH\b/.test(rule))
    ? undefined
    : rules.join("; ");
}

type Interval = { opensAt: number; closesAt: number };

/** Those that begin on a day, in minutes after its midnight; undefined where the map itself does not know. */
function intervalsOn(hours: OpeningHours, day: Date): Interval[] | undefined {
  const found: Interval[] = [];
  for (const [from, to, isUnknown] of hours.getOpenIntervals(away(day, -1), away(day, 3))) {
    if (isUnknown) return undefined;
    const [opensAt, closesAt] = [minutesAfter(day, from), minutesAfter(day, to)];
    if (closesAt - opensAt <= MINUTES_A_DAY) {
      if (opensAt >= 0 && opensAt < MINUTES_A_DAY) found.push({ opensAt, closesAt });
    } else if (closesAt > 0 && opensAt < MINUTES_A_DAY) {
      // Open for more than a day: each day has its own part.
      found.push({ opensAt: Math.max(0, opensAt), closesAt: Math.min(MINUTES_A_DAY, closesAt) });
    }
  }
  return found;
}

function holidaysOf(hours: OpeningHours, week: Week["intervals"]) {
  const all = HOLIDAYS.map((day) => ({ day, intervals: intervalsOn(hours, day) }));
  const [first] = all;
  if (!first?.intervals || all.some(({ intervals }) => intervals === undefined)) return undefined;
  const isUsual = all.every(({ day, intervals }) =>
    isDeepStrictEqual(intervals, ofDay(week, day.getDay() || 7)),
  );
  if (isUsual) return { kind: "usual" as const, intervals: [] };
  if (all.some(({ intervals }) => !isDeepStrictEqual(intervals, first.intervals))) return undefined;
  if (first.intervals.length === 0) return { kind: "closed" as const, intervals: [] };
  const own = first.intervals.map((interval) => ({ day: BANK_HOLIDAY, ...interval }));
  return { kind: "own" as const, intervals: own };
}

function ofDay(week: Week["intervals"], day: number): Interval[] {
  return week
    .filter((interval) => interval.day === day)
    .map(({ opensAt, closesAt }) => ({ opensAt, closesAt }));
}

function away(day: Date, days: number): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days);
}

/** By the clock on the wall. */
function minutesAfter(day: Date, moment: Date): number {
  const days = Math.round(
    (Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()) -
      Date.UTC(day.getFullYear(), day.getMonth(), day.getDate())) /
      86_400_000,
  );
  return days * MINUTES_A_DAY + moment.getHours() * 60 + moment.getMinutes();
}
