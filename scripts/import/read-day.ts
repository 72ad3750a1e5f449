import { isIsoDate } from "../../app/domain/text/dates.ts";

/** The day of an ISO date or moment; null where it is none. Some files say the year 1 when they do not know. */
export function readDay(text: string): string | null {
  const day = text.trim().slice(0, 10);
  return isIsoDate(day) && day >= "2000-01-01" ? day : null;
}
