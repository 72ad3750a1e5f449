/** The minutes of a day. */
export const MINUTES_A_DAY = 1440;

/** The days of the week, Monday first. */
export const WEEKDAYS = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

/** Minutes after midnight as people say them: "5pm", "5:30pm", "midnight", "noon". Counts on past midnight. */
export function clockWords(minute: number): string {
  if (minute % MINUTES_A_DAY === 0) return "midnight";
  if (minute % MINUTES_A_DAY === 720) return "noon";
  const hour = Math.floor(minute / 60) % 24;
  const minutes = minute % 60 === 0 ? "" : `:${String(minute % 60).padStart(2, "0")}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? "am" : "pm"}`;
}

/** Minutes after midnight as a form's time field has them: "18:05". */
export function clockTime(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
