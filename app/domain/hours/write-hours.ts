import { clockWords, MINUTES_A_DAY } from "../text/dates.ts";
import { LONGEST_UNASKED } from "./likely-times.ts";
import type { Interval } from "./opening-hours.ts";

export function writeHours(intervals: Interval[]): string {
  if (intervals.length === 0) return "closed";
  return intervals
    .map(({ opensAt, closesAt }) =>
      opensAt === 0 && closesAt === MINUTES_A_DAY
        ? "24 hours"
        : `${clockWords(opensAt)} to ${closingWords(opensAt, closesAt)}`,
    )
    .join(", ");
}

function closingWords(opensAt: number, closesAt: number): string {
  const isAsked = closesAt > MINUTES_A_DAY && closesAt - opensAt >= LONGEST_UNASKED;
  return isAsked ? `${clockWords(closesAt)} next day` : clockWords(closesAt);
}
