/** In milliseconds. */
export const DAY = 24 * 60 * 60 * 1000;

const TIME_ZONE = "Europe/London";

const longDate = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

const calendarDay = new Intl.DateTimeFormat("en-CA", {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  timeZone: TIME_ZONE,
});

export function dayInLondon(moment: Date): string {
  return calendarDay.format(moment);
}

export function formatDay(isoDate: string): string {
  return longDate.format(new Date(`${isoDate}T00:00:00Z`));
}

const shortDate = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  timeZone: "UTC",
});

/** "24 Nov" of this year, "24 Nov 2025" of another. */
export function dayOfYear(isoDate: string, today: string): string {
  const day = shortDate.format(new Date(`${isoDate}T00:00:00Z`));
  const year = isoDate.slice(0, 4);
  return today.startsWith(year) ? day : `${day} ${year}`;
}

const QUARTERS = ["Jan to Mar", "April to June", "July to Sept", "Oct to Dec"] as const;

/** "July to Sept 2026" @param quarter counted from the year 0 on */
export function quarterWords(quarter: number): string {
  return `${QUARTERS[quarter % 4] ?? ""} ${Math.floor(quarter / 4)}`;
}

/** "2/11/2026", as a day is typed. */
export function shortDay(isoDate: string): string {
  return isoDate.split("-").map(Number).reverse().join("/");
}

export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

/** The last day of the month where that month is shorter. */
export function monthsBefore(isoDate: string, months: number): string {
  const [year = 0, month = 1, day = 1] = isoDate.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, lastOfMonth)))
    .toISOString()
    .slice(0, 10);
}

const shortMoment = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "numeric",
  minute: "2-digit",
  hour12: true,
  timeZone: TIME_ZONE,
});

/** "30 Nov 2026, 1:05pm", in London. */
export function dayAndTime(moment: Date): string {
  return shortMoment.format(moment).replace(/\s(?=[ap]m$)/, "");
}

/** "today", "yesterday", "5 days ago", "3 weeks ago", "2 months ago". */
export function timeAgo(isoDate: string, today: string): string {
  const days = Math.round(
    (Date.parse(`${today}T00:00:00Z`) - Date.parse(`${isoDate}T00:00:00Z`)) / DAY,
  );
  if (days <= 0) return "today";
  if (days === 1) return "yesterday";
  if (days < 14) return `${days} days ago`;
  if (days < 60) return `${Math.floor(days / 7)} weeks ago`;
  if (days < 365) return `${Math.floor(days / 30.44)} months ago`;
  return days < 730 ? "1 year ago" : `${Math.floor(days / 365.25)} years ago`;
}

export const MINUTES_A_DAY = 1440;

export const WEEKDAYS = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

/** "5pm", "5:30pm", "midnight", "noon". Counts on past midnight. */
export function clockWords(minute: number): string {
  if (minute % MINUTES_A_DAY === 0) return "midnight";
  if (minute % MINUTES_A_DAY === 720) return "noon";
  const hour = Math.floor(minute / 60) % 24;
  const minutes = minute % 60 === 0 ? "" : `:${String(minute % 60).padStart(2, "0")}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? "am" : "pm"}`;
}

export function clockTime(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
