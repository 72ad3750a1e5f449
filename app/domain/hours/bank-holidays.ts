import { daysAfter, weekdayOf } from "./london-time.ts";

const known = new Map<number, string[]>();

/** In England, by the rules in force since 1978; one-off holidays are not known. */
export function isBankHoliday(isoDate: string): boolean {
  const year = Number(isoDate.slice(0, 4));
  const holidays = known.get(year) ?? bankHolidaysOf(year);
  known.set(year, holidays);
  return holidays.includes(isoDate);
}

function bankHolidaysOf(year: number): string[] {
  const easter = easterSunday(year);
  const christmas = `${year}-12-25`;
  return [
    substituted(`${year}-01-01`),
    daysAfter(easter, -2),
    daysAfter(easter, 1),
    mondayFrom(`${year}-05-01`),
    mondayFrom(`${year}-05-25`),
    mondayFrom(`${year}-08-25`),
    ...christmasDays(christmas),
  ];
}

function mondayFrom(isoDate: string): string {
  return daysAfter(isoDate, (8 - weekdayOf(isoDate)) % 7);
}

function substituted(isoDate: string): string {
  return weekdayOf(isoDate) > 5 ? mondayFrom(isoDate) : isoDate;
}

function christmasDays(christmas: string): string[] {
  const boxingDay = daysAfter(christmas, 1);
  switch (weekdayOf(christmas)) {
    case 5:
      return [christmas, daysAfter(christmas, 3)];
    case 6:
      return [daysAfter(christmas, 2), daysAfter(christmas, 3)];
    case 7:
      return [boxingDay, daysAfter(christmas, 2)];
    default:
      return [christmas, boxingDay];
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
