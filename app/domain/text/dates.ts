const TIME_ZONE = "Europe/London";

const longDate = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

const calendarDay = new Intl.DateTimeFormat("en-CA", {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  timeZone: TIME_ZONE,
});

/** The calendar day in London at a moment, as an ISO date such as "2026-11-22". */
export function dayInLondon(moment: Date): string {
  return calendarDay.format(moment);
}

/** An ISO date such as "2026-11-22" as "22 November 2026". */
export function formatDay(isoDate: string): string {
  return longDate.format(new Date(`${isoDate}T00:00:00Z`));
}

/** True when the text is a day of the calendar written as an ISO date. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}
