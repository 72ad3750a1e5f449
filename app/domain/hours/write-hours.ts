import { clockWords, MINUTES_A_DAY } from "../text/dates.ts";
import type { Interval } from "./opening-hours.ts";

const NOON = 720;
const MOST_RANGES = 6;
const MOST_CHARACTERS = 200;
export const HOURS_TOO_LONG = `Shorten the hours to ${MOST_CHARACTERS} characters`;

type ReadHours = { intervals: Interval[] } | { problem: string };

type TypedTime = { minute: number; half: "am" | "pm" | undefined; isExact: boolean };

/**
 * Reads "8am to 5pm", "9-5", "noon-3pm, 18:00-23:30", "5pm to 2am", "24 hours" or "closed".
 * Without am and pm the likely ones are meant. An end before the start is past midnight.
 */
export function readHours(text: string): ReadHours {
  if (text.length > MOST_CHARACTERS) return { problem: HOURS_TOO_LONG };
  const typed = text.toLowerCase().trim();
  if (/^(closed|shut|none)$/.test(typed)) return { intervals: [] };
  if (/^(24 ?hours?|24 ?h|all day|open all day|24\/7)$/.test(typed)) {
    return { intervals: [{ opensAt: 0, closesAt: MINUTES_A_DAY }] };
  }
  const ranges = typed.split(/\s*(?:,|;|&|\band\b)\s*/).filter((range) => range !== "");
  if (ranges.length === 0) return { problem: "Enter the hours, like 8am to 5pm, or closed" };
  if (ranges.length > MOST_RANGES) return { problem: "Enter at most six times for one day" };
  const intervals: Interval[] = [];
  for (const range of ranges) {
    const read = readRange(range);
    if ("problem" in read) return read;
    intervals.push(read);
  }
  intervals.sort((one, other) => one.opensAt - other.opensAt);
  const overlapping = intervals.find(
    ({ opensAt }, index) => index > 0 && opensAt < (intervals[index - 1]?.closesAt ?? 0),
  );
  if (overlapping) {
    return { problem: `Two of the times overlap at ${clockWords(overlapping.opensAt)}` };
  }
  return { intervals };
}

export function writeHours(intervals: Interval[]): string {
  if (intervals.length === 0) return "closed";
  return intervals
    .map(({ opensAt, closesAt }) =>
      opensAt === 0 && closesAt === MINUTES_A_DAY
        ? "24 hours"
        : `${clockWords(opensAt)} to ${clockWords(closesAt)}`,
    )
    .join(", ");
}

function readRange(range: string): Interval | { problem: string } {
  const [from, to, ...rest] = range.split(/\s*(?:-|–|—|\bto\b|\buntil\b|\btill\b)\s*/);
  const [start, end] = [readTime(from ?? ""), readTime(to ?? "")];
  if (!start || !end || rest.length > 0) {
    return { problem: `Write “${range.slice(0, 40)}” as a time to another, like 8am to 5pm` };
  }
  const isExact = start.isExact || end.isExact;
  const opensAt = isExact || start.half ? minuteOf(start, start.half) : likelyStart(start, end);
  const closesAt = isExact || end.half ? minuteOf(end, end.half) : likelyEnd(end, opensAt);
  if (opensAt === closesAt) {
    return {
      problem: `“${range.slice(0, 40)}” starts when it ends: write 24 hours, or other times`,
    };
  }
  return { opensAt, closesAt: closesAt > opensAt ? closesAt : closesAt + MINUTES_A_DAY };
}

function readTime(text: string): TypedTime | undefined {
  if (text === "noon" || text === "midday") return { minute: NOON, half: "pm", isExact: false };
  if (text === "midnight") return { minute: 0, half: "am", isExact: false };
  const match = /^(\d{1,2})(?:[:.](\d{2}))?\s*([ap])?\.?(?:m\.?)?$/.exec(text);
  if (!match) return undefined;
  const [, hours = "", minutes = "0", letter] = match;
  const [hour, minute] = [Number(hours), Number(minutes)];
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return undefined;
  if (letter) {
    if (hour < 1 || hour > 12) return undefined;
    return {
      minute: (hour % 12) * 60 + minute + (letter === "p" ? NOON : 0),
      half: letter === "p" ? "pm" : "am",
      isExact: false,
    };
  }
  return {
    minute: hour * 60 + minute,
    half: undefined,
    isExact: hour > 12 || hour === 0 || hours.startsWith("0"),
  };
}

function minuteOf({ minute }: TypedTime, half: "am" | "pm" | undefined): number {
  return half ? minute : minute % MINUTES_A_DAY;
}

/** Before a stated end, the latest start that fits; otherwise 6 to noon is in the morning. */
function likelyStart({ minute }: TypedTime, end: TypedTime): number {
  const [morning, afternoon] = [minute % NOON, (minute % NOON) + NOON];
  if (end.half) {
    const closesAt = end.minute === 0 ? MINUTES_A_DAY : end.minute;
    return afternoon < closesAt ? afternoon : morning;
  }
  return morning >= 6 * 60 ? morning : afternoon;
}

function likelyEnd({ minute }: TypedTime, opensAt: number): number {
  const morning = minute % NOON;
  return (
    [morning, morning + NOON, morning + MINUTES_A_DAY].find((candidate) => candidate > opensAt) ??
    morning
  );
}
