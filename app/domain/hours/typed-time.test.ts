import { expect, test } from "vitest";
import { typedTable } from "../../../tests/setup/typed-table.ts";
import { clockWords } from "../text/dates.ts";
import { readClockTime } from "./typed-time.ts";

// What people type for a time of the day.

const TABLE = typedTable(`
  18:30                  → 6:30pm
  06:30                  → 6:30am
  12:30                  → 12:30pm
  6:30pm                 → 6:30pm
  6.30 PM                → 6:30pm
  6pm                    → 6pm
  6 p.m.                 → 6pm
  12pm                   → noon
  12am                   → midnight
  noon                   → noon
  12 noon                → noon
  midday                 → noon
  midnight               → midnight
  00:00                  → midnight
  24:00                  → midnight
  1830                   → 6:30pm
  0900                   → 9am
  18                     → 6pm
  18h30                  → 6:30pm
  half past 6 at night   → 6:30pm
  6 in the evening       → 6pm
  6 o'clock pm           → 6pm
  six pm                 → 6pm
  ６：３０ｐｍ            → 6:30pm
  6                      → am or pm
  12                     → am or pm
  6:30                   → am or pm
  6.30                   → am or pm
  half 6                 → am or pm
  6 o'clock              → am or pm
  25:00                  → no time
  13pm                   → no time
  6:75pm                 → no time
  6pm-7pm                → no time
  soon                   → no time
  -1                     → no time
  ٦                      → no time
`);

test.each([...TABLE, ["", "no time"]])("%j is %s", (typed, taken) => {
  const time = readClockTime(typed);
  expect(typeof time === "number" ? clockWords(time) : (time ?? "no time")).toBe(taken);
});
