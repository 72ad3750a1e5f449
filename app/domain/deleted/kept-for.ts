import { DAY } from "../text/dates.ts";

export const DAYS_KEPT = 30;

export function keptSince(now: Date): Date {
  return new Date(now.getTime() - DAYS_KEPT * DAY);
}

export function keptUntil(deletedAt: Date): Date {
  return new Date(deletedAt.getTime() + DAYS_KEPT * DAY);
}
