/** `day` is 1 for Monday to 7 for Sunday; `minute` counts from midnight. */
export type DayAndTime = { day: number; minute: number };

/** A minute on the clock in London, summer time included. */
export type Moment = { isoDate: string; day: number; minute: number };

const clock = new Intl.DateTimeFormat("en-CA", {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: "Europe/London",
});

export function momentInLondon(date: Date): Moment {
  const parts = new Map(clock.formatToParts(date).map(({ type, value }) => [type, value]));
  const isoDate = `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`;
  return {
    isoDate,
    day: weekdayOf(isoDate),
    minute: Number(parts.get("hour")) * 60 + Number(parts.get("minute")),
  };
}

export function startOfDayInLondon(isoDate: string): Date {
  const midnight = new Date(`${isoDate}T00:00:00Z`);
  const anHourEarlier = new Date(midnight.getTime() - 60 * 60 * 1000);
  return momentInLondon(anHourEarlier).isoDate === isoDate ? anHourEarlier : midnight;
}

/** Today counts, even when the time has passed. */
export function nextMoment<Now extends Moment>({ day, minute }: DayAndTime, now: Now): Now {
  return { ...now, isoDate: daysAfter(now.isoDate, (day - now.day + 7) % 7), day, minute };
}

/** From 1 for Monday to 7 for Sunday. */
export function weekdayOf(isoDate: string): number {
  return new Date(`${isoDate}T00:00:00Z`).getUTCDay() || 7;
}

export function daysAfter(isoDate: string, days: number): string {
  const date = new Date(`${isoDate}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
