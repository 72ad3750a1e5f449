import { clockWords, MINUTES_A_DAY, monthsBefore, WEEKDAYS } from "../text/dates.ts";
import { type HolidayCalendar, isBankHoliday } from "./bank-holidays.ts";
import { daysAfter, type Moment, weekdayOf } from "./london-time.ts";

/** Minutes after the day's midnight, past 1,440 for the night after. */
export type Interval = { opensAt: number; closesAt: number };

/** Day 1 is Monday, 7 is Sunday, 8 is a bank holiday with hours of its own. */
export type OpeningHours = {
  confirmedOn: string;
  bankHolidays: "usual" | "closed" | "own" | null;
  intervals: (Interval & { day: number })[];
};

/** `until` is in minutes after the moment's midnight. */
type OpenState =
  | { kind: "open"; until: number }
  | { kind: "closed"; opens: { daysAhead: number; minute: number } | undefined }
  | { kind: "unknown" };

/** With what says which days are bank holidays. */
export type CampusMoment = Moment & HolidayCalendar;

const BANK_HOLIDAY = 8;
const ALWAYS = 8 * MINUTES_A_DAY;

/** `keeping` narrows it to places with these hours on bank holidays; undefined means any place. */
export type OpenWindow = { day: number; minute: number; keeping: "usual" | "own" | undefined };

/** A place is open when one of its intervals contains one of these: today's, or last night's. */
export function openWindows(moment: CampusMoment): OpenWindow[] {
  const { isoDate, minute } = moment;
  return [
    windowsOn(isoDate, minute, moment),
    windowsOn(daysAfter(isoDate, -1), minute + MINUTES_A_DAY, moment),
  ].flat();
}

function windowsOn(isoDate: string, minute: number, calendar: HolidayCalendar): OpenWindow[] {
  const day = weekdayOf(isoDate);
  if (!isBankHoliday(isoDate, calendar)) return [{ day, minute, keeping: undefined }];
  return [
    { day: BANK_HOLIDAY, minute, keeping: "own" },
    { day, minute, keeping: "usual" },
  ];
}

export function openState(hours: OpeningHours | undefined, moment: CampusMoment): OpenState {
  if (!hours) return { kind: "unknown" };
  const current = stretches(hours, moment).find(
    ({ from, to }) => from <= moment.minute && moment.minute < to,
  );
  if (current) return { kind: "open", until: current.to };
  if (isBankHoliday(moment.isoDate, moment) && hours.bankHolidays === null)
    return { kind: "unknown" };
  const next = stretches(hours, moment).find(({ from }) => from > moment.minute);
  if (!next) return { kind: "closed", opens: undefined };
  return {
    kind: "closed",
    opens: { daysAhead: Math.floor(next.from / MINUTES_A_DAY), minute: next.from % MINUTES_A_DAY },
  };
}

/** From yesterday to a week ahead, in minutes after today's midnight; adjoining ones are joined. */
function stretches(hours: OpeningHours, moment: CampusMoment): { from: number; to: number }[] {
  const intervals = daysAround(moment)
    .flatMap(({ ahead, ...date }) =>
      intervalsOfDay(hours, date).map(({ opensAt, closesAt }) => ({
        from: ahead * MINUTES_A_DAY + opensAt,
        to: ahead * MINUTES_A_DAY + closesAt,
      })),
    )
    .sort((one, other) => one.from - other.from);
  const joined: { from: number; to: number }[] = [];
  for (const interval of intervals) {
    const last = joined.at(-1);
    if (last && interval.from <= last.to) last.to = Math.max(last.to, interval.to);
    else joined.push({ ...interval });
  }
  return joined;
}

type Day = { weekday: number; isBankHoliday: boolean };

let around: (HolidayCalendar & { isoDate: string; days: (Day & { ahead: number })[] }) | undefined;

function daysAround({ isoDate, nation, oneOffHolidays }: CampusMoment) {
  const isSameDay = around?.isoDate === isoDate && around.nation === nation;
  if (around && isSameDay && around.oneOffHolidays === oneOffHolidays) return around.days;
  const calendar = { nation, oneOffHolidays };
  const days = Array.from({ length: 9 }, (_, index) => index - 1).map((ahead) => {
    const date = daysAfter(isoDate, ahead);
    return { ahead, weekday: weekdayOf(date), isBankHoliday: isBankHoliday(date, calendar) };
  });
  around = { isoDate, ...calendar, days };
  return days;
}

/** None on a bank holiday of which nothing is known. */
export function intervalsOn(hours: OpeningHours, moment: CampusMoment): Interval[] {
  const { isoDate } = moment;
  return intervalsOfDay(hours, {
    weekday: weekdayOf(isoDate),
    isBankHoliday: isBankHoliday(isoDate, moment),
  });
}

function intervalsOfDay(
  { bankHolidays, intervals }: OpeningHours,
  { weekday, isBankHoliday }: Day,
): Interval[] {
  const isHoliday = isBankHoliday && bankHolidays !== "usual";
  if (isHoliday && bankHolidays !== "own") return [];
  const day = isHoliday ? BANK_HOLIDAY : weekday;
  return intervals.filter((interval) => interval.day === day);
}

export function openStateWords(state: OpenState, { day }: Moment): string {
  if (state.kind === "unknown") return "hours unknown";
  if (state.kind === "open") {
    return state.until >= ALWAYS
      ? "open all day and night"
      : `open until ${clockWords(state.until)}`;
  }
  if (!state.opens) return "closed";
  const { daysAhead, minute } = state.opens;
  if (daysAhead === 0) return `opens at ${clockWords(minute)}`;
  if (daysAhead === 1) return `opens at ${clockWords(minute)} tomorrow`;
  return `opens on ${WEEKDAYS[(day - 1 + daysAhead) % 7]} at ${clockWords(minute)}`;
}

/**
 * As a card says it: "open until 9pm", or "perhaps open until 9pm" of hours that nobody has confirmed for long.
 * `openUntil` is in minutes after the moment's midnight, where it is surely open.
 */
export function hoursNow(
  hours: OpeningHours | undefined,
  moment: CampusMoment,
  { isClosed, trustsAll = false }: { isClosed: boolean; trustsAll?: boolean },
): { words: string; openUntil: number | undefined } {
  const state = openState(hours, moment);
  const isTrusted = trustsAll || (hours?.confirmedOn ?? "") >= hoursTrustedSince(moment.isoDate);
  const words = shortOpenStateWords(state, moment);
  return {
    words: isTrusted || state.kind === "unknown" ? words : `perhaps ${words}`,
    openUntil: state.kind === "open" && isTrusted && !isClosed ? state.until : undefined,
  };
}

/** As short as a card needs it: "opens 8am tomorrow", "opens Wed 8am". */
function shortOpenStateWords(state: OpenState, moment: Moment): string {
  return openStateWords(state, moment)
    .replace(/^opens on (...)\w+ at /, "opens $1 ")
    .replace(/^opens at /, "opens ");
}

/** After how many months hours count as unconfirmed. */
const HOURS_TRUSTED_MONTHS = 6;

/** The ISO date from which on hours must have been confirmed for "open now" to count them. */
export function hoursTrustedSince(today: string): string {
  return monthsBefore(today, HOURS_TRUSTED_MONTHS);
}

/** The opening hours in a row of places; undefined where they are unknown. */
export function hoursOf({
  hoursConfirmedOn,
  bankHolidays,
  intervals,
}: Omit<OpeningHours, "confirmedOn"> & { hoursConfirmedOn: string | null }):
  | OpeningHours
  | undefined {
  return hoursConfirmedOn === null
    ? undefined
    : { confirmedOn: hoursConfirmedOn, bankHolidays, intervals };
}
