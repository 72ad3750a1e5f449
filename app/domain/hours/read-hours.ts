import { MINUTES_A_DAY } from "../text/dates.ts";
import { type HoursStatement, REFUSALS, readStatements } from "./hours-statements.ts";
import { type HoursToken, readTokens } from "./hours-tokens.ts";
import type { ClockUse } from "./likely-times.ts";
import type { Interval } from "./opening-hours.ts";
import { readRanges } from "./read-ranges.ts";
import { plainHours } from "./typed-time.ts";
import { BANK_HOLIDAY, dayName, EVERY_DAY } from "./week.ts";

const MOST_CHARACTERS = 1000;
export const HOURS_TOO_LONG = "Shorten the hours to 1,000 characters";
const NOTHING = "Enter the hours, like 8am to 5pm, or closed";

/** By day, of those that are said; 8 is a bank holiday. */
export type DaysHours = ReadonlyMap<number, Interval[]>;

type ReadHours = { intervals: Interval[] } | { problem: string };
type ReadWeek = { days: DaysHours } | { problem: string };

/**
 * Reads "8am to 5pm", "9-5", "noon-3pm, 18:00-23:30", "5pm to 2am", "24 hours" or "closed". Without am and pm the likely
 * ones are meant where only one is likely; where two are, the problem asks. An end before the start is past midnight.
 */
export function readHours(text: string): ReadHours {
  const read = readWeek(text, [1]);
  if ("problem" in read) return read;
  return { intervals: read.days.get(1) ?? [] };
}

/**
 * Reads the hours of one field: of the days that it is for, or of a whole week as it is pasted from elsewhere.
 * @param own the days of the field; what is said without a day is said of them
 */
export function readWeek(text: string, own: readonly number[]): ReadWeek {
  if (text.length > MOST_CHARACTERS) return { problem: HOURS_TOO_LONG };
  const plain = plainHours(text);
  const tokens = readTokens(plain);
  const refused = findRefused(plain, tokens);
  if (refused !== undefined) return { problem: refused };
  const statements = readStatements(plain, tokens);
  if ("problem" in statements) return statements;
  if (statements.length === 0) return { problem: NOTHING };
  const use = clockUse(plain, tokens);
  const days = new Map<number, { intervals: Interval[]; among: number }>();
  for (const statement of statements) {
    const read = intervalsOf(statement, use);
    if ("problem" in read) return read;
    const of = statement.days.length === 0 ? own : statement.days;
    for (const day of of) {
      const before = days.get(day);
      // "Daily 9-5, Sunday 10-4": what is said of fewer days goes before.
      if (before && of.length >= before.among && !isSame(before.intervals, read.intervals)) {
        return { problem: `Write all hours of ${dayName(day)} together, like noon-3pm, 6pm-11pm` };
      }
      days.set(day, { intervals: read.intervals, among: of.length });
    }
  }
  const week = new Map([...days].map(([day, { intervals }]) => [day, intervals]));
  const problem = findForeignDay(week, own);
  return problem === undefined ? { days: week } : { problem };
}

function intervalsOf({ said }: HoursStatement, use: ClockUse): ReadHours {
  if (said === "closed") return { intervals: [] };
  if (said === "always") return { intervals: [{ opensAt: 0, closesAt: MINUTES_A_DAY }] };
  return readRanges(said, use);
}

/** A field for one day takes a whole week, or that day alone. */
function findForeignDay(week: DaysHours, own: readonly number[]): string | undefined {
  if (own.length > 1 || EVERY_DAY.every((day) => week.has(day))) return undefined;
  const [foreign] = [...week.keys()].filter((day) => !own.includes(day));
  if (foreign === undefined) return undefined;
  return foreign === BANK_HOLIDAY
    ? "Write one day here: bank holidays have their own field"
    : `Write one day here: ${dayName(foreign)} has its own field`;
}

function findRefused(plain: string, tokens: HoursToken[]): string | undefined {
  const refused = tokens.find(({ kind }) => kind === "refused");
  if (refused?.kind === "refused" && refused.why !== "word") {
    return REFUSALS[refused.why](`“${plain.slice(refused.from, refused.to)}”`);
  }
  if (!refused && tokens.some(({ kind }) => SAYS_HOURS.includes(kind))) return undefined;
  if (tokens.every(({ kind }) => kind === "break" || kind === "next")) return NOTHING;
  if (tokens.some(({ kind }) => kind === "days") && !refused) return undefined;
  const says = tokens.some(({ kind }) => SAYS_HOURS.includes(kind));
  return refused && says
    ? `Leave out “${plain.slice(refused.from, refused.to)}”: write only days and times, like 8am to 5pm`
    : `Write “${plain.slice(0, 40)}” as a time to another, like 8am to 5pm`;
}

const SAYS_HOURS: HoursToken["kind"][] = ["time", "closed", "always", "always-daily", "late"];

function clockUse(plain: string, tokens: HoursToken[]): ClockUse {
  const times = tokens.flatMap((token) => (token.kind === "time" ? [token.time] : []));
  const hasHalves = times.some((time) => time?.dial === "half");
  const isOpenStreetMap = /\b(?:mo|tu|th|fr|sa|su)\b/.test(plain);
  return {
    isDayClock: !hasHalves && (isOpenStreetMap || times.some((time) => time?.dial === "day")),
    statesHalves: tokens.some(
      (token, index) =>
        token.kind === "time" &&
        token.time?.dial === "half" &&
        tokens[index + 1]?.kind === "to" &&
        isHalf(tokens[index + 2]),
    ),
  };
}

function isHalf(token: HoursToken | undefined): boolean {
  return token?.kind === "time" && token.time?.dial === "half";
}

function isSame(one: Interval[], other: Interval[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
