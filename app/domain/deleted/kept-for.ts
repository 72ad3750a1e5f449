import { DAY } from "../text/dates.ts";

/** For how many days a member can bring back what they deleted. Then it is removed for good. */
export const DAYS_KEPT = 30;

/** The moment since which something must have been deleted to be kept still. */
export function keptSince(now: Date): Date {
  return new Date(now.getTime() - DAYS_KEPT * DAY);
}

/** The last moment at which something can be brought back that was deleted at a moment. */
export function keptUntil(deletedAt: Date): Date {
  return new Date(deletedAt.getTime() + DAYS_KEPT * DAY);
}
