import { isBankHoliday } from "#app/domain/hours/bank-holidays.ts";
import {
  type CampusMoment,
  hoursTrustedSince,
  openState,
  openStateWords,
} from "#app/domain/hours/opening-hours.ts";
import { BANK_HOLIDAY, daysWords, EVERY_DAY, hoursOn } from "#app/domain/hours/week.ts";
import type { PlaceFacts } from "#app/domain/places/place-facts.server.ts";
import { capitalised } from "#app/domain/text/counting.ts";
import { timeAgo } from "#app/domain/text/dates.ts";

type KnownHours = NonNullable<PlaceFacts["hours"]>;

export type PresentedHours = ReturnType<typeof presentHours>;

export function presentHours({ hours }: Pick<PlaceFacts, "hours">, moment: CampusMoment) {
  const state = openState(hours ?? undefined, moment);
  const isHoliday = isBankHoliday(moment.isoDate, moment);
  const todaysDay = isHoliday && hours?.bankHolidays !== "usual" ? BANK_HOLIDAY : moment.day;
  return {
    today: hours === null || state.kind === "unknown" ? undefined : hoursOfDay(hours, todaysDay),
    state: capitalised(openStateWords(state, moment)),
    isOpen: state.kind === "open",
    isHoliday,
    week:
      hours === null
        ? undefined
        : groupDays(hours).map(({ days: together, hours: open }) => ({
            name: daysWords(together),
            hours: open,
            isToday: together.includes(todaysDay),
          })),
    confirmed: hours === null ? undefined : timeAgo(hours.confirmedOn, moment.isoDate),
    isOutdated: hours !== null && hours.confirmedOn < hoursTrustedSince(moment.isoDate),
  };
}

/** Undefined of bank holidays of which nobody has said anything. */
function hoursOfDay({ bankHolidays, intervals }: KnownHours, day: number): string | undefined {
  if (day !== BANK_HOLIDAY) return hoursOn(intervals, day);
  if (bankHolidays === null) return undefined;
  if (bankHolidays === "own") return hoursOn(intervals, BANK_HOLIDAY);
  return bankHolidays === "usual" ? "as on that day of the week" : "closed";
}

type Days = { days: number[]; hours: string | undefined };

/** Days one after the other with the same hours are one. Bank holidays stand by themselves. */
function groupDays(hours: KnownHours): Days[] {
  const groups: Days[] = [];
  for (const day of [...EVERY_DAY, BANK_HOLIDAY]) {
    const open = hoursOfDay(hours, day);
    const last = groups.at(-1);
    if (last?.hours === open && day !== BANK_HOLIDAY) last?.days.push(day);
    else groups.push({ days: [day], hours: open });
  }
  return groups;
}
