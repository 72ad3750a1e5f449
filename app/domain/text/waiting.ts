import { countOf } from "./counting.ts";

/** When something may be tried again: "in 20 seconds", "in 5 minutes", "in 2 hours". Never too soon. @param seconds from now */
export function inWords(seconds: number): string {
  if (seconds <= 90) return `in ${countOf(seconds, "second")}`;
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 90
    ? `in ${countOf(minutes, "minute")}`
    : `in ${countOf(Math.ceil(minutes / 60), "hour")}`;
}
