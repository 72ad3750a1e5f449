import { isBankHoliday } from "#app/domain/hours/bank-holidays.ts";
import {
  type CampusMoment,
  hoursTrustedSince,
  openState,
  openStateWords,
} from "#app/domain/hours/opening-hours.ts";
import { BANK_HOLIDAY, dayName, hoursOn } from "#app/domain/hours/week.ts";
import type { PlaceFacts } from "#app/domain/places/place-facts.server.ts";
import { capitalised } from "#app/domain/text/counting.ts";
import { timeAgo } from "#app/domain/text/dates.ts";

type KnownHours = NonNullable<PlaceFacts["hours"]>;

export type PresentedHours = ReturnType<typeof presentHours>;

export function presentHours({ hours }: Pick<PlaceFacts, "hours">, moment: CampusMoment) {
  const state = openState(hours ?? undefined, moment);
  const isHoliday = isBankHoliday(moment.isoDate, moment);
  const days = [1, 2, 3, 4, 5, 6, 7, ...(hours?.bankHolidays ? [BANK_HOLIDAY] : [])];
  const todaysDay = isHoliday && hours?.bankHolidays !== "usual" ? BANK_HOLIDAY : moment.day;
  return {
    today: hours === null || state.kind === "unknown" ? undefined : hoursOfDay(hours, todaysDay),
    state: capitalised(openStateWords(state, moment)),
    isOpen: state.kind === "open",
    isHoliday,
    saysBankHolidays: (hours?.bankHolidays ?? null) !== null,
    week:
      hours === null
        ? undefined
        : days.map((day) => ({
            name: dayName(day),
            hours: hoursOfDay(hours, day),
            isToday: day === todaysDay,
          })),
    confirmed: hours === null ? undefined : timeAgo(hours.confirmedOn, moment.isoDate),
    isOutdated: hours !== null && hours.confirmedOn < hoursTrustedSince(moment.isoDate),
  };
}

function hoursOfDay({ bankHolidays, intervals }: KnownHours, day: number): string {
  if (day !== BANK_HOLIDAY) return hoursOn(intervals, day);
  if (bankHolidays === "own") return hoursOn(intervals, BANK_HOLIDAY);
  return bankHolidays === "usual" ? "as on that day of the week" : "closed";
}
