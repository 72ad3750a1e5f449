/** A weekday from 1, Monday, to 7, Sunday, and minutes after its midnight. */
export type DayAndTime = { day: number; minute: number };

/** A minute on a day in London: an ISO date, its weekday from 1 for Monday, and minutes after midnight by the clock. */
export type Moment = { isoDate: string; day: number; minute: number };

const clock = new Intl.DateTimeFormat("en-CA", {
  ...({
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  } as const),
  hourCycle: "h23",
  timeZone: "Europe/London",
});

/** What day and minute it is in London at a moment, summer time included. */
export function momentInLondon(date: Date): Moment {
  const parts = new Map(clock.formatToParts(date).map(({ type, value }) => [type, value]));
  const isoDate = `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`;
  return {
    isoDate,
    day: weekdayOf(isoDate),
    minute: Number(parts.get("hour")) * 60 + Number(parts.get("minute")),
  };
}

/** The moment at which an ISO date begins in London, in summer an hour before it does in UTC. */
export function startOfDayInLondon(isoDate: string): Date {
  const midnight = new Date(`${isoDate}T00:00:00Z`);
  const anHourEarlier = new Date(midnight.getTime() - 60 * 60 * 1000);
  return momentInLondon(anHourEarlier).isoDate === isoDate ? anHourEarlier : midnight;
}

/** The next time that it is this weekday and time. Today counts, even when the time has passed. */
export function nextMoment({ day, minute }: DayAndTime, now: Moment): Moment {
  return { isoDate: daysAfter(now.isoDate, (day - now.day + 7) % 7), day, minute };
}

/** The weekday of an ISO date, from 1 for Monday to 7 for Sunday. */
export function weekdayOf(isoDate: string): number {
  return new Date(`${isoDate}T00:00:00Z`).getUTCDay() || 7;
}

/** The ISO date a number of days after another, or before it where the number is negative. */
export function daysAfter(isoDate: string, days: number): string {
  const date = new Date(`${isoDate}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
