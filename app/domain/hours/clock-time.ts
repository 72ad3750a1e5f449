import { MINUTES_A_DAY } from "../text/dates.ts";
import { plainHours } from "./hours-tokens.ts";
import { readTimeAt } from "./typed-time.ts";

/** The minute of the day of one time, such as "6:30pm", "18:30", "noon" or "half past 6 in the evening". */
export function readClockTime(text: string): number | "am or pm" | undefined {
  const plain = plainHours(text);
  const read = readTimeAt(plain, 0);
  if (!read?.time || read.end < plain.length || read.time.isNextDay) return undefined;
  return read.time.dial === "bare" ? "am or pm" : read.time.minute % MINUTES_A_DAY;
}
