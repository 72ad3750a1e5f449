import { daysAfter, weekdayOf } from "./london-time.ts";

export const NATIONS = ["england", "wales", "scotland", "northern-ireland"] as const;
export type Nation = (typeof NATIONS)[number];

/** Whose bank holidays count, and which ISO dates beside those of every year, such as a coronation. */
export type HolidayCalendar = { nation: Nation; oneOffHolidays: readonly string[] };

const known = new Map<string, string[]>();

/**
 * By the rules in force since 1978, and what the operator says of one-off holidays. Christmas, Boxing Day and New Year's Day count on the
 * day itself too where another day is taken for them, since that is when places close.
 */
export function isBankHoliday(
  isoDate: string,
  { nation, oneOffHolidays }: HolidayCalendar,
): boolean {
  const year = isoDate.slice(0, 4);
  const key = `${nation} ${year}`;
  const holidays = known.get(key) ?? [...bankHolidaysOf(year, nation), ...daysThemselves(year)];
  known.set(key, holidays);
  return holidays.includes(isoDate) || oneOffHolidays.includes(isoDate);
}

function daysThemselves(year: string): string[] {
  return [`${year}-01-01`, `${year}-12-25`, `${year}-12-26`];
}

/** As gov.uk publishes them, with the substitute days. */
export function bankHolidaysOf(year: string, nation: Nation): string[] {
  const easter = easterSunday(Number(year));
  const everywhere = [
    daysAfter(easter, -2),
    mondayFrom(`${year}-05-01`),
    mondayFrom(`${year}-05-25`),
    ...twoDaysFrom(`${year}-12-25`),
  ];
  switch (nation) {
    case "scotland":
      return [
        ...everywhere,
        ...twoDaysFrom(`${year}-01-01`),
        mondayFrom(`${year}-08-01`),
        substituted(`${year}-11-30`),
      ];
    case "northern-ireland":
      return [
        ...everywhere,
        ...ofThreeNations(year, easter),
        substituted(`${year}-03-17`),
        substituted(`${year}-07-12`),
      ];
    default:
      return [...everywhere, ...ofThreeNations(year, easter)];
  }
}

function ofThreeNations(year: string, easter: string): string[] {
  return [substituted(`${year}-01-01`), daysAfter(easter, 1), mondayFrom(`${year}-08-25`)];
}

function mondayFrom(isoDate: string): string {
  return daysAfter(isoDate, (8 - weekdayOf(isoDate)) % 7);
}

function substituted(isoDate: string): string {
  return weekdayOf(isoDate) > 5 ? mondayFrom(isoDate) : isoDate;
}

/** Christmas and Boxing Day, or the first two of January in Scotland. */
function twoDaysFrom(first: string): string[] {
  const second = daysAfter(first, 1);
  switch (weekdayOf(first)) {
    case 5:
      return [first, daysAfter(first, 3)];
    case 6:
      return [daysAfter(first, 2), daysAfter(first, 3)];
    case 7:
      return [second, daysAfter(first, 2)];
    default:
      return [first, second];
  }
}

/** The anonymous Gregorian algorithm (Nature, 1876; Meeus, Astronomical Algorithms, 1991). */
function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const leapCenturies = Math.floor(century / 4);
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const fullMoon = (19 * golden + century - leapCenturies - correction + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - fullMoon - (year % 4)) % 7;
  const late = Math.floor((golden + 11 * fullMoon + 22 * weekday) / 451);
  const sum = fullMoon + weekday - 7 * late + 114;
  return `${year}-${String(Math.floor(sum / 31)).padStart(2, "0")}-${String((sum % 31) + 1).padStart(2, "0")}`;
}
