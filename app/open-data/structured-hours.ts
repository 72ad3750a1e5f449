import { type HolidayCalendar, isBankHoliday } from "#app/domain/hours/bank-holidays.ts";
import { daysAfter } from "#app/domain/hours/london-time.ts";
import { type CampusMoment, hoursTrustedSince } from "#app/domain/hours/opening-hours.ts";
import { clockTime, MINUTES_A_DAY, WEEKDAYS } from "#app/domain/text/dates.ts";
import type { OpenPlace } from "./shapes.ts";

type Hours = NonNullable<OpenPlace["hours"]>;
type Interval = Hours["intervals"][number];

const BANK_HOLIDAY = 8;
// Search engines take exceptions by their days only, and none of long after.
const DAYS_AHEAD = 60;
const CLOSED = { opens: "00:00:00", closes: "00:00:00" };

/**
 * Opening hours as schema.org has them. Those that nobody has confirmed for long are left out: it has no way to say
 * "perhaps".
 */
export function structuredHours(hours: OpenPlace["hours"], moment: CampusMoment) {
  if (hours === null || hours.confirmedOn < hoursTrustedSince(moment.isoDate)) return {};
  const openingHoursSpecification = weekOf(hours);
  const specialOpeningHoursSpecification = exceptionsOf(hours, moment);
  return {
    ...(openingHoursSpecification.length > 0 && { openingHoursSpecification }),
    ...(specialOpeningHoursSpecification.length > 0 && { specialOpeningHoursSpecification }),
  };
}

/** Days with the same hours together. */
function weekOf({ intervals }: Hours) {
  const days = new Map<string, { from: Interval; names: string[] }>();
  for (const interval of intervals) {
    const key = `${interval.opens} ${interval.closes}`;
    const name = WEEKDAYS[interval.day - 1] ?? "PublicHolidays";
    const known = days.get(key);
    if (known) known.names.push(name);
    else days.set(key, { from: interval, names: [name] });
  }
  return [...days.values()].map(({ from, names }) => specification(from, { dayOfWeek: names }));
}

/** Each bank holiday of the next weeks with hours of its own, or none. */
function exceptionsOf({ bankHolidays, intervals }: Hours, moment: CampusMoment) {
  if (bankHolidays !== "own" && bankHolidays !== "closed") return [];
  const own = bankHolidays === "own" ? intervals.filter(({ day }) => day === BANK_HOLIDAY) : [];
  return holidaysFrom(moment.isoDate, moment).flatMap((day) => {
    const valid = { validFrom: day, validThrough: day };
    return own.length === 0
      ? [{ "@type": "OpeningHoursSpecification", ...CLOSED, ...valid }]
      : own.map((interval) => specification(interval, valid));
  });
}

function holidaysFrom(today: string, calendar: HolidayCalendar): string[] {
  return Array.from({ length: DAYS_AHEAD }, (_, ahead) => daysAfter(today, ahead)).filter((day) =>
    isBankHoliday(day, calendar),
  );
}

function specification({ opens, closes }: Interval, when: object) {
  return {
    "@type": "OpeningHoursSpecification",
    ...when,
    opens: `${opens}:00`,
    closes: `${closing(opens, closes)}:00`,
  };
}

/** Earlier than it opens means the night after. A whole day ends a minute before the next, since equal times mean closed. */
function closing(opens: string, closes: string): string {
  const [hour = 0, minute = 0] = closes.split(":").map(Number);
  const end = hour * 60 + minute;
  const time = clockTime(end % MINUTES_A_DAY);
  return time === opens ? clockTime((end - 1) % MINUTES_A_DAY) : time;
}
