import { startOfDayInLondon } from "../hours/london-time.ts";
import { DAY, formatDay } from "../text/dates.ts";
import { pastDaySchema } from "../text/fields.ts";

const HOUR = DAY / 24;

export const SINCE_CHOICES = [
  { since: "hour", words: "What they did in the last hour", milliseconds: HOUR },
  { since: "day", words: "What they did in the last day", milliseconds: DAY },
  { since: "week", words: "What they did in the last week", milliseconds: 7 * DAY },
  { since: "everything", words: "Everything they did", milliseconds: undefined },
] as const;

type Since = { moment: Date } | { problem: string };

/** @param asked a choice, or a day such as 22/11/2026 */
export function readSince(asked: string, now: Date): Since {
  const choice = SINCE_CHOICES.find(({ since }) => since === asked);
  if (choice)
    return { moment: new Date(choice.milliseconds ? now.getTime() - choice.milliseconds : 0) };
  const day = pastDaySchema.safeParse(asked);
  if (!day.success) return { problem: day.error.issues[0]?.message ?? NO_DAY };
  return day.data === undefined ? { problem: NO_DAY } : { moment: startOfDayInLondon(day.data) };
}

/** @param asked as readSince takes it */
export function sinceWords(asked: string): string {
  const choice = SINCE_CHOICES.find(({ since }) => since === asked);
  if (choice) return choice.words;
  const day = pastDaySchema.safeParse(asked);
  return `What they did since ${day.data === undefined ? asked : formatDay(day.data)}`;
}

const NO_DAY = "Choose since when, or enter a day like 22/11/2026";
