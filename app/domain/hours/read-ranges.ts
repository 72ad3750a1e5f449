import { clockWords, MINUTES_A_DAY } from "../text/dates.ts";
import { type ClockUse, type Readings, readingsOf, type TypedRange } from "./likely-times.ts";
import type { Interval } from "./opening-hours.ts";
import { writeHours } from "./write-hours.ts";

const MOST_RANGES = 6;

/** The ranges of one day. One without am and pm is what follows the one before. */
export function readRanges(
  ranges: TypedRange[],
  use: ClockUse,
): { intervals: Interval[] } | { problem: string } {
  if (ranges.length > MOST_RANGES) return { problem: "Enter at most six times for one day" };
  const readings = ranges.map((range) => readingsOf(range, use));
  const endless = ranges.find((_, index) => readings[index]?.likely.some(isEndless));
  if (endless) {
    return { problem: `“${endless.text}” starts when it ends: write 24 hours, or other times` };
  }
  const likely = inOrder(readings.map((reading) => reading.likely));
  if (likely.length === 0 && readings.every((reading) => reading.likely.length === 1)) {
    return sortedRanges(readings.flatMap((reading) => reading.likely));
  }
  const found = likely.length > 0 ? likely : inOrder(readings.map(allReadings));
  const [only] = found;
  if (only && found.length === 1 && (likely.length > 0 || ranges.length > 1)) {
    return { intervals: only };
  }
  const unsure = ranges.findIndex((_, index) => choicesOf(found, readings, index).length > 1);
  const index = Math.max(0, unsure);
  return { problem: ask(ranges[index]?.text ?? "", choicesOf(found, readings, index)) };
}

function allReadings({ likely, possible }: Readings): Interval[] {
  return [...likely, ...possible.filter((reading) => !isEndless(reading))].sort(
    (one, other) => one.opensAt - other.opensAt,
  );
}

function isEndless({ opensAt, closesAt }: Interval): boolean {
  return opensAt !== 0 && closesAt - opensAt === MINUTES_A_DAY;
}

/** Every way to choose a reading of each so that each begins when the one before is over. */
function inOrder(readings: Interval[][]): Interval[][] {
  let days: Interval[][] = [[]];
  for (const choice of readings) {
    days = days.flatMap((day) =>
      choice.filter((next) => follows(day, next)).map((next) => [...day, next]),
    );
  }
  return days;
}

function follows(day: Interval[], next: Interval): boolean {
  const [first, last] = [day[0], day.at(-1)];
  if (!first || !last) return true;
  return next.opensAt >= last.closesAt && next.closesAt <= first.opensAt + MINUTES_A_DAY;
}

/** "6pm to 11pm and noon to 3pm" is clear in any order. */
function sortedRanges(ranges: Interval[]) {
  const intervals = ranges.toSorted((one, other) => one.opensAt - other.opensAt);
  const overlapping = intervals.find(
    ({ opensAt }, index) => index > 0 && opensAt < (intervals[index - 1]?.closesAt ?? 0),
  );
  return overlapping
    ? { problem: `Two of the times overlap at ${clockWords(overlapping.opensAt)}` }
    : { intervals };
}

function choicesOf(found: Interval[][], readings: Readings[], index: number): Interval[] {
  const all = readings[index] ? allReadings(readings[index]) : [];
  const among = found.length > 0 ? found.flatMap((day) => day[index] ?? []) : all;
  const different = new Map(among.map((interval) => [writeHours([interval]), interval]));
  return [...different.values()];
}

function ask(text: string, readings: Interval[]): string {
  const [first, ...others] = readings.slice(0, 3).map((interval) => writeHours([interval]));
  return others.length === 0
    ? `Do you mean ${first} by “${text}”? Write it like that`
    : `Do you mean ${[first, ...others].join(" or ")} by “${text}”? Write the one that is right`;
}
