import { MINUTES_A_DAY } from "../text/dates.ts";
import type { Interval } from "./opening-hours.ts";
import { NOON, type TypedTime } from "./typed-time.ts";

export type TypedRange = { start: TypedTime; end: TypedTime; text: string };

/** What the rest of the text says of its times. */
export type ClockUse = { isDayClock: boolean; statesHalves: boolean };

/** `possible` are those that nobody means unless the times around leave nothing else. */
export type Readings = { likely: Interval[]; possible: Interval[] };

const HOUR = 60;
const MIDNIGHT = MINUTES_A_DAY;
/** An end in the morning is more often a slip for the afternoon than 19 hours of opening. */
export const LONGEST_UNASKED = 19 * HOUR;

/** The hours that a range may mean, in the order of when they begin. */
export function readingsOf(range: TypedRange, use: ClockUse): Readings {
  const isPadded = range.start.dial === "padded" || range.end.dial === "padded";
  const [start, end] = [settled(range.start, isPadded), settled(range.end, isPadded)];
  if (end.isNextDay) return { likely: [nextDay(start, end)], possible: [] };
  const isBare = start.dial === "bare" && end.dial === "bare";
  const isDayClock = use.isDayClock || start.dial === "day" || end.dial === "day";
  if (isDayClock && (!isBare || start.minute < end.minute)) {
    return onDayClock(start, end, use.isDayClock);
  }
  if (start.dial !== "bare" && end.dial !== "bare") return betweenFixed(start, end);
  const all = openings(start).flatMap((opensAt) =>
    closings(end, opensAt).map((closesAt) => ({ opensAt, closesAt })),
  );
  const isLikely = isBare
    ? isLikelyBare
    : start.dial === "bare"
      ? (reading: Interval) => isLikelyBefore(end, reading, use)
      : isLikelyAfter;
  if (end.isTwelve && end.minute === NOON) {
    const sameDay = all.filter(
      ({ opensAt, closesAt }) => opensAt >= 5 * HOUR && closesAt <= MIDNIGHT,
    );
    return { likely: [], possible: sameDay };
  }
  const likely = withoutBrief(all.filter(isLikely));
  if (isDayClock && !likely.some(({ closesAt }) => closesAt > MIDNIGHT)) {
    const [, pastMidnight] = onDayClock(start, end, true).likely;
    if (pastMidnight) likely.push(pastMidnight);
  }
  return { likely, possible: all.filter((reading) => !likely.includes(reading)) };
}

/** "10-11" is a day, and not an hour, unless the longer one is a night. */
function withoutBrief(likely: Interval[]): Interval[] {
  const longer = likely.filter(({ opensAt, closesAt }) => closesAt - opensAt > HOUR);
  const isDay = longer.every(({ closesAt }) => closesAt <= MIDNIGHT);
  return longer.length > 0 && isDay ? longer : likely;
}

function settled(time: TypedTime, isPadded: boolean): TypedTime {
  return time.dial === "full" ? { ...time, dial: isPadded ? "padded" : "bare" } : time;
}

function openings({ minute, dial, isTwelve }: TypedTime): number[] {
  if (dial !== "bare" && !(isTwelve && minute === 0)) return [minute % MINUTES_A_DAY];
  return [minute % NOON, (minute % NOON) + NOON];
}

function closings({ minute, dial, isTwelve }: TypedTime, opensAt: number): number[] {
  const isEither = dial === "bare" || (isTwelve && minute === NOON);
  const first = isEither ? minute % NOON : minute % MINUTES_A_DAY;
  const step = isEither ? NOON : MINUTES_A_DAY;
  return [0, 1, 2, 3, 4]
    .map((turn) => first + turn * step)
    .filter((closesAt) => closesAt > opensAt && closesAt <= opensAt + MINUTES_A_DAY);
}

function nextDay(start: TypedTime, end: TypedTime): Interval {
  const opensAt = start.minute % MINUTES_A_DAY;
  return { opensAt, closesAt: (end.minute % MINUTES_A_DAY) + MINUTES_A_DAY };
}

function onDayClock(start: TypedTime, end: TypedTime, isSure: boolean): Readings {
  const opensAt = start.minute % MINUTES_A_DAY;
  const closesAt = end.minute > opensAt ? end.minute : (end.minute % MINUTES_A_DAY) + MINUTES_A_DAY;
  const typed = { opensAt, closesAt };
  const isSlip =
    closesAt - opensAt >= LONGEST_UNASKED ||
    (closesAt - opensAt > NOON && closesAt > MIDNIGHT && end.dial === "bare" && isSure);
  if (isSlip && closesAt !== opensAt + MIDNIGHT && closesAt > MIDNIGHT) {
    return { likely: [{ opensAt, closesAt: closesAt - NOON }, typed], possible: [] };
  }
  return { likely: [typed], possible: [] };
}

function betweenFixed(start: TypedTime, end: TypedTime): Readings {
  const opensAt = start.minute % MINUTES_A_DAY;
  const [closesAt = opensAt + MIDNIGHT] = closings({ ...end, isTwelve: false }, opensAt);
  const typed = { opensAt, closesAt };
  const length = closesAt - opensAt;
  if (start.isTwelve && start.minute === 0 && end.minute > 11 * HOUR) {
    const fromNoon = end.minute === NOON ? MIDNIGHT : end.minute;
    return asked({ opensAt: NOON, closesAt: fromNoon }, typed);
  }
  if (end.isTwelve && end.minute === NOON && (length <= HOUR || length >= NOON)) {
    return asked({ opensAt, closesAt: MIDNIGHT }, typed);
  }
  const isPadded = start.dial === "padded" && end.dial === "padded";
  const isSlip = closesAt > MIDNIGHT && (isPadded ? opensAt <= NOON : length >= LONGEST_UNASKED);
  if (isSlip && length < MIDNIGHT) return asked({ opensAt, closesAt: closesAt - NOON }, typed);
  return { likely: [typed], possible: [] };
}

function asked(...likely: Interval[]): Readings {
  return { likely: likely.filter(({ opensAt, closesAt }) => closesAt > opensAt), possible: [] };
}

/** "9-5", "12-3", "6-11": from 6 on in the morning or the evening, before 6 in the afternoon. */
function isLikelyBare({ opensAt, closesAt }: Interval): boolean {
  const length = closesAt - opensAt;
  if (opensAt < 6 * HOUR) return false;
  if (isUntilTwelve({ opensAt, closesAt })) return isMorning({ opensAt, closesAt });
  if (isLongNight(opensAt, closesAt)) return true;
  if (opensAt < NOON) return closesAt <= MIDNIGHT;
  if (opensAt < 18 * HOUR) return length <= NOON && closesAt <= 28 * HOUR;
  return length < NOON && (closesAt <= MIDNIGHT || (opensAt < 20 * HOUR && closesAt <= 26 * HOUR));
}

/** "8-12" and "9-12" are a morning. */
function isUntilTwelve({ opensAt, closesAt }: Interval): boolean {
  const typed = opensAt % NOON;
  return closesAt % NOON === 0 && typed >= 8 * HOUR && typed < 10 * HOUR;
}

function isMorning({ opensAt, closesAt }: Interval): boolean {
  return opensAt < NOON && closesAt === NOON;
}

/** "11-1" and "12-2" are a lunchtime, or until late at night. */
function isLongNight(opensAt: number, closesAt: number): boolean {
  const length = closesAt - opensAt;
  return (
    opensAt >= 10 * HOUR &&
    opensAt < 18 * HOUR &&
    length > NOON &&
    length <= NOON + 3 * HOUR &&
    closesAt > MIDNIGHT &&
    closesAt <= 26 * HOUR
  );
}

/** "6-11pm", "7-11pm", "11-3pm", "9-2am". */
function isLikelyBefore(end: TypedTime, { opensAt, closesAt }: Interval, use: ClockUse): boolean {
  const typed = opensAt % NOON;
  const length = closesAt - opensAt;
  const isMorningEnd = end.minute < NOON && end.minute > 0;
  if (length > 17 * HOUR) return false;
  if (isMorningEnd && typed === 0) return opensAt === NOON || closesAt > 5 * HOUR;
  if (isMorningEnd && typed < end.minute) return opensAt < NOON;
  const isOneHalf = typed < (end.minute % NOON || 7 * HOUR);
  if (!isMorningEnd && typed < 8 * HOUR && isOneHalf) return opensAt >= NOON;
  if (opensAt < 6 * HOUR || closesAt > 30 * HOUR) return false;
  if (opensAt >= NOON && length > NOON) return false;
  return opensAt >= NOON || !use.statesHalves || typed >= (end.minute % NOON || NOON);
}

/** "8am-5", "9am-10", "9am-12", "6pm-2". */
function isLikelyAfter({ opensAt, closesAt }: Interval): boolean {
  if (opensAt < NOON && isUntilTwelve({ opensAt, closesAt })) return closesAt === NOON;
  if (closesAt - opensAt <= NOON || isLongNight(opensAt, closesAt)) return true;
  return opensAt < NOON && closesAt <= MIDNIGHT;
}
