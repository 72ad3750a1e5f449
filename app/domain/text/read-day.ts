import { cleanLine } from "./cleaning.ts";
import { DAY, formatDay, isIsoDate, shortDay, WEEKDAYS } from "./dates.ts";

const EARLIEST = "2000-01-01";
const LIKE = "like 22/11/2026";
const DAY_TOO = `Enter the day of the month too, ${LIKE}`;
const WHOLE_YEAR = `Enter the year with four digits, ${LIKE}`;
const NO_SUCH_DAY = `Enter a day that exists, ${LIKE}`;

const MONTHS = [
  ...["january", "february", "march", "april", "may", "june", "july"],
  ...["august", "september", "october", "november", "december"],
];

/** How many days before today. */
const DAYS_BEFORE = new Map([
  ["today", 0],
  ["just now", 0],
  ["this morning", 0],
  ["this afternoon", 0],
  ["this evening", 0],
  ["tonight", 0],
  ["yesterday", 1],
  ["yesterday morning", 1],
  ["yesterday afternoon", 1],
  ["yesterday evening", 1],
  ["last night", 1],
  ["the day before yesterday", 2],
  ["day before yesterday", 2],
  ["a week ago", 7],
  ["one week ago", 7],
  ["a fortnight ago", 14],
]);

type ReadDay = { day: string } | { problem: string };
type Parts = { year: number; month: number; day: number };

/**
 * Reads "22/11/2026", "22.11.26", "22 Nov 2026", "Nov 22nd, 2026", "2026-11-22", "22112026", "yesterday" or "3 days ago" as
 * an ISO date that is not in the future. The day comes before the month. What is not a whole day gets a sentence.
 * @param today an ISO date
 */
export function readPastDay(text: string, today: string): ReadDay {
  const typed = plainDay(text);
  const before = DAYS_BEFORE.get(typed) ?? daysAgo(typed);
  if (before !== undefined) return { day: daysBefore(today, before) };
  if (/^(?:tomorrow|next |in \d)/.test(typed)) return { problem: IN_FUTURE };
  const [, weekday, date = typed] = WEEKDAY.exec(typed) ?? [];
  if (date === "") return askFor(lastWeekday(weekday ?? "", today));
  const read = readDate(date, today);
  if ("problem" in read) return read;
  if (weekday !== undefined && weekdayOf(read.day) !== weekdayNamed(weekday)) {
    const name = WEEKDAYS[weekdayOf(read.day)];
    return { problem: `${formatDay(read.day)} is a ${name}: leave the weekday out, or change one` };
  }
  if (read.day > today) return { problem: IN_FUTURE };
  return read.day < EARLIEST ? { problem: "Enter a day since the year 2000" } : read;
}

const IN_FUTURE = "Enter a day that is not in the future";
const WEEKDAY =
  /^(?:on |last |this )?(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?\b[ .]*(.*)$/;

/** Small letters, one kind of separator; commas, "of" and the ending of "1st" left out. */
function plainDay(text: string): string {
  return cleanLine(text)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{Pd}−]/gu, "-")
    .replace(/(?<=\d)(?:st|nd|rd|th)\b/g, "")
    .replace(/,|\bof\b|\bthe (?=\d)/g, " ")
    .replace(/ *([/-]) */g, "$1")
    .replace(/ +/g, " ")
    .replace(/[ .]+$/, "")
    .trim();
}

function readDate(typed: string, today: string): ReadDay {
  const words = dayAndMonthName(typed);
  if (words) return readNamed(words, today);
  if (/[a-z]/.test(typed)) return { problem: noDay(typed) };
  const digits = /^\d{8}$/.exec(typed);
  if (digits) return readDigits(typed);
  const numbers = typed.split(/[/. -]+/);
  if (!numbers.every((number) => /^\d{1,6}$/.test(number))) return { problem: NO_SUCH_DAY };
  const [one = "", two = "", three] = numbers;
  if (three === undefined) return readIncomplete(numbers, today);
  if (numbers.length > 3) return { problem: NO_SUCH_DAY };
  if (one.length === 4) return dayOf({ year: +one, month: +two, day: +three });
  return readYear({ day: +one, month: +two }, three, today, [one, two, three].join("/"));
}

type DayAndMonth = { day: number; month: number };
type NamedMonth = { day?: string; month: string; year?: string };

/** "22 nov 2026", "nov 22 2026", "22nov26", "nov 2026", "22 nov". */
function dayAndMonthName(typed: string): NamedMonth | undefined {
  const first = /^(\d{1,2})[ .-]*([a-z]{3,})[ .'-]*(\d{2,4})?$/.exec(typed);
  if (first) return { day: first[1], month: first[2] ?? "", year: first[3] };
  const later = /^([a-z]{3,})[ .-]*(\d{1,2})(?:[ .'-]+(\d{2,4}))?$/.exec(typed);
  if (later) return { day: later[2], month: later[1] ?? "", year: later[3] };
  const monthOnly = /^([a-z]{3,})[ .'-]*(\d{4})?$/.exec(typed);
  return monthOnly ? { month: monthOnly[1] ?? "", year: monthOnly[2] } : undefined;
}

function readNamed({ day, month: name, year }: NamedMonth, today: string): ReadDay {
  const start = name === "sept" ? "sep" : name;
  const month = MONTHS.findIndex((full) => full.startsWith(start)) + 1;
  if (month === 0) return { problem: noDay([day, name, year].filter(Boolean).join(" ")) };
  if (day === undefined) return { problem: DAY_TOO };
  const parts = { day: Number(day), month };
  if (year === undefined) return askForYear(parts, today);
  return readYear(parts, year, today, undefined);
}

/** @param numeric what was typed where a year of two digits might also be the first number */
function readYear(
  { day, month }: DayAndMonth,
  year: string,
  today: string,
  numeric: string | undefined,
): ReadDay {
  if (year.length === 4) return dayOf({ year: Number(year), month, day });
  if (year.length !== 2 || 2000 + Number(year) > Number(today.slice(0, 4)) + 1) {
    return { problem: WHOLE_YEAR };
  }
  const read = dayOf({ year: 2000 + Number(year), month, day });
  const [first = "", , last = ""] = numeric?.split("/") ?? [];
  const isOld = "day" in read && read.day < daysBefore(today, 5 * 366);
  const turned = dayOf({ year: 2000 + Number(first), month, day: Number(last) });
  const isTurned = first.length === 2 && "day" in turned && turned.day <= today;
  return isTurned && isOld && turned.day > read.day ? askFor(turned) : read;
}

/** "22112026" and "20261122". */
function readDigits(typed: string): ReadDay {
  const number = (from: number, to: number) => Number(typed.slice(from, to));
  const days = [
    dayOf({ day: number(0, 2), month: number(2, 4), year: number(4, 8) }),
    dayOf({ year: number(0, 4), month: number(4, 6), day: number(6, 8) }),
  ].filter((read) => "day" in read && read.day >= EARLIEST);
  return days.length === 1 && days[0] ? days[0] : { problem: NO_SUCH_DAY };
}

function readIncomplete([one = "", two]: string[], today: string): ReadDay {
  if (one.length === 4 || two?.length === 4) {
    return { problem: DAY_TOO };
  }
  if (two === undefined) return { problem: `Enter the month and the year too, ${LIKE}` };
  return askForYear({ day: Number(one), month: Number(two) }, today);
}

function askForYear({ day, month }: DayAndMonth, today: string): ReadDay {
  const year = Number(today.slice(0, 4));
  const reads = [year, year - 1, year - 2, year - 3].map((of) => dayOf({ year: of, month, day }));
  const last = reads.find((read) => "day" in read && read.day <= today);
  return last ? askFor(last, "the year too, like ") : { problem: noSuchDay({ year, month, day }) };
}

function askFor(read: ReadDay, what = ""): ReadDay {
  if ("problem" in read) return read;
  return { problem: `Do you mean ${formatDay(read.day)}? Write ${what}${shortDay(read.day)}` };
}

function dayOf({ year, month, day }: Parts): ReadDay {
  const iso = [
    String(year).padStart(4, "0"),
    String(month).padStart(2, "0"),
    String(day).padStart(2, "0"),
  ].join("-");
  return isIsoDate(iso) ? { day: iso } : { problem: noSuchDay({ year, month, day }) };
}

function noSuchDay({ year, month, day }: Parts): string {
  if (month > 12 && month <= 31 && day >= 1 && day <= 12) {
    return `There is no month ${month}: write the day before the month, like ${month}/${day}/${year}`;
  }
  const name = MONTHS[month - 1];
  if (name === undefined || day < 1) return NO_SUCH_DAY;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const capital = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return `Enter a day that exists: ${capital} ${year} has ${last} days`;
}

function noDay(typed: string): string {
  return `“${typed.slice(0, 40)}” is no day that can be saved: write it ${LIKE}, or yesterday`;
}

function daysAgo(typed: string): number | undefined {
  const match = /^(\d{1,3}|one|two|three|four|five|six) (day|week)s? ago$/.exec(typed);
  if (!match) return undefined;
  const [, count = "", unit] = match;
  const named = ["one", "two", "three", "four", "five", "six"].indexOf(count) + 1;
  return (named || Number(count)) * (unit === "week" ? 7 : 1);
}

function lastWeekday(name: string, today: string): ReadDay {
  const back = (weekdayOf(today) - weekdayNamed(name) + 7) % 7;
  return { day: daysBefore(today, back || 7) };
}

function weekdayNamed(name: string): number {
  return WEEKDAYS.findIndex((weekday) => weekday.toLowerCase().startsWith(name));
}

/** From 0 for Monday. */
function weekdayOf(isoDate: string): number {
  return (new Date(`${isoDate}T00:00:00Z`).getUTCDay() + 6) % 7;
}

function daysBefore(isoDate: string, days: number): string {
  return new Date(Date.parse(`${isoDate}T00:00:00Z`) - days * DAY).toISOString().slice(0, 10);
}
