import fc from "fast-check";
import { expect, test } from "vitest";
import { typedTable } from "../../../tests/setup/typed-table.ts";
import { formatDay, isIsoDate } from "./dates.ts";
import { readPastDay } from "./read-day.ts";

// What people type for a day, on 30 November 2026: what it is taken for, what is asked, what is refused.

const UNDERSTOOD = typedTable(`
  22/11/2026                   → 2026-11-22
  2026-11-22                   → 2026-11-22
  01/11/26                     → 2026-11-01
  1/11/26                      → 2026-11-01
  1 11 2026                    → 2026-11-01
  1.11.2026                    → 2026-11-01
  1.11.26.                     → 2026-11-01
  1-11-26                      → 2026-11-01
  1/ 11 /2026                  → 2026-11-01
  1 Nov 2026                   → 2026-11-01
  1st Nov 2026                 → 2026-11-01
  1st November 2026            → 2026-11-01
  1 November, 2026             → 2026-11-01
  Nov 1 2026                   → 2026-11-01
  November 1st, 2026           → 2026-11-01
  Nov. 1, 2026                 → 2026-11-01
  1-Nov-26                     → 2026-11-01
  1Nov2026                     → 2026-11-01
  1 nov '26                    → 2026-11-01
  the 1st of November 2026     → 2026-11-01
  1 sept 2026                  → 2026-09-01
  1 Sept. 2026                 → 2026-09-01
  Sun 1 Nov 2026               → 2026-11-01
  Sunday, 1 November 2026      → 2026-11-01
  Sunday 1st November 2026     → 2026-11-01
  2026/11/01                   → 2026-11-01
  2026.11.1                    → 2026-11-01
  2026-1-1                     → 2026-01-01
  01112026                     → 2026-11-01
  20261101                     → 2026-11-01
  today                        → 2026-11-30
  Today.                       → 2026-11-30
  yesterday                    → 2026-11-29
  YESTERDAY                    → 2026-11-29
  last night                   → 2026-11-29
  this morning                 → 2026-11-30
  the day before yesterday     → 2026-11-28
  2 days ago                   → 2026-11-28
  3 weeks ago                  → 2026-11-09
  a week ago                   → 2026-11-23
  two days ago                 → 2026-11-28
  １／１１／２０２６                    → 2026-11-01
  1–11–2026                    → 2026-11-01
  26-11-26                     → 2026-11-26
`);

const ASKED = typedTable(`
  1 Nov                        → Do you mean 1 November 2026? Write the year too, like 1/11/2026
  1/11                         → Do you mean 1 November 2026? Write the year too, like 1/11/2026
  1/12                         → Do you mean 1 December 2025? Write the year too, like 1/12/2025
  29 Feb                       → Do you mean 29 February 2024? Write the year too, like 29/2/2024
  29/2                         → Do you mean 29 February 2024? Write the year too, like 29/2/2024
  Friday                       → Do you mean 27 November 2026? Write 27/11/2026
  last Friday                  → Do you mean 27 November 2026? Write 27/11/2026
  on Monday                    → Do you mean 23 November 2026? Write 23/11/2026
  26/11/01                     → Do you mean 1 November 2026? Write 1/11/2026
  20-11-05                     → Do you mean 5 November 2020? Write 5/11/2020
`);

const REFUSED = typedTable(`
  Mon 1 Nov 2026               → 1 November 2026 is a Sunday: leave the weekday out, or change one
  tomorrow                     → Enter a day that is not in the future
  next week                    → Enter a day that is not in the future
  2999-01-01                   → Enter a day that is not in the future
  1/12/2026                    → Enter a day that is not in the future
  9999-12-31                   → Enter a day that is not in the future
  1999-12-31                   → Enter a day since the year 2000
  01/11/99                     → Enter the year with four digits, like 22/11/2026
  31/12/99                     → Enter the year with four digits, like 22/11/2026
  Nov 2026                     → Enter the day of the month too, like 22/11/2026
  November 2026                → Enter the day of the month too, like 22/11/2026
  11/2026                      → Enter the day of the month too, like 22/11/2026
  2026-11                      → Enter the day of the month too, like 22/11/2026
  2026                         → Enter the day of the month too, like 22/11/2026
  1                            → Enter the month and the year too, like 22/11/2026
  22                           → Enter the month and the year too, like 22/11/2026
  Nov                          → Enter the day of the month too, like 22/11/2026
  31/02/2026                   → Enter a day that exists: February 2026 has 28 days
  30 February 2026             → Enter a day that exists: February 2026 has 28 days
  31 June 2026                 → Enter a day that exists: June 2026 has 30 days
  31/11/26                     → Enter a day that exists: November 2026 has 30 days
  29/02/2023                   → Enter a day that exists: February 2023 has 28 days
  12/31/2025                   → There is no month 31: write the day before the month, like 31/12/2025
  11/22/2026                   → There is no month 22: write the day before the month, like 22/11/2026
  0/11/2026                    → Enter a day that exists, like 22/11/2026
  1/0/2026                     → Enter a day that exists, like 22/11/2026
  32/1/2026                    → Enter a day that exists: January 2026 has 31 days
  1/13/2026                    → There is no month 13: write the day before the month, like 13/1/2026
  01/11/0026                   → Enter a day since the year 2000
  1/11/202                     → Enter the year with four digits, like 22/11/2026
  1/11/20260                   → Enter the year with four digits, like 22/11/2026
  1 Novmber 2026               → “1 novmber 2026” is no day that can be saved: write it like 22/11/2026, or yesterday
  1 foo 2026                   → “1 foo 2026” is no day that can be saved: write it like 22/11/2026, or yesterday
  last week                    → “last week” is no day that can be saved: write it like 22/11/2026, or yesterday
  last month                   → “last month” is no day that can be saved: write it like 22/11/2026, or yesterday
  recently                     → “recently” is no day that can be saved: write it like 22/11/2026, or yesterday
  a few days ago               → “a few days ago” is no day that can be saved: write it like 22/11/2026, or yesterday
  Christmas                    → “christmas” is no day that can be saved: write it like 22/11/2026, or yesterday
  idk                          → “idk” is no day that can be saved: write it like 22/11/2026, or yesterday
  -                            → Enter a day that exists, like 22/11/2026
  1/11/2026 1pm                → “1/11/2026 1pm” is no day that can be saved: write it like 22/11/2026, or yesterday
  2026-11-01T12:00             → “2026-11-01t12:00” is no day that can be saved: write it like 22/11/2026, or yesterday
  1/11/2026 or 2/11/2026       → “1/11/2026 or 2/11/2026” is no day that can be saved: write it like 22/11/2026, or yesterday
  -1/11/2026                   → Enter a day that exists, like 22/11/2026
  1e3                          → “1e3” is no day that can be saved: write it like 22/11/2026, or yesterday
  ٠١/١١/٢٠٢٦                   → Enter a day that exists, like 22/11/2026
  nov twenty                   → “nov twenty” is no day that can be saved: write it like 22/11/2026, or yesterday
  ten days ago                 → “ten days ago” is no day that can be saved: write it like 22/11/2026, or yesterday
  123456                       → Enter the month and the year too, like 22/11/2026
  0000-01-01                   → Enter a day since the year 2000
`);

const TODAY = "2026-11-30";

function understood(text: string): string {
  const read = readPastDay(text, TODAY);
  return "day" in read ? read.day : read.problem;
}

test.each(UNDERSTOOD)("%j is %s", (typed, day) => {
  expect(understood(typed)).toBe(day);
});

test.each(ASKED)("%j is asked about: %s", (typed, question) => {
  expect(understood(typed)).toBe(question);
});

test.each(ASKED)("what is asked about %j is understood when it is written", (_, question) => {
  const [, meant = "", written = ""] = /mean (.+)\? .* (\S+)$/.exec(question) ?? [];
  expect(understood(written)).toBe(understood(meant));
  expect(isIsoDate(understood(meant))).toBe(true);
});

test.each(REFUSED)("%j is refused: %s", (typed, problem) => {
  expect(understood(typed)).toBe(problem);
});

const days = fc
  .integer({ min: 0, max: 9800 })
  .map((after) => new Date(Date.UTC(2000, 0, 1 + after)).toISOString().slice(0, 10))
  .filter((day) => day <= TODAY);

test("a day is read as the same in each way in which it may be written", () => {
  fc.assert(
    fc.property(days, (day) => {
      const [year, month, date] = day.split("-");
      const written = [
        formatDay(day),
        day,
        `${date}/${month}/${year}`,
        `${date} ${month} ${year}`,
        `${date}${month}${year}`,
        `${Number(date)}.${Number(month)}.${year}`,
      ];
      expect(written.map(understood)).toEqual(written.map(() => day));
    }),
  );
});

test("any text is a day of the past, or gets a sentence", () => {
  const pieces = fc.constantFrom(
    "1",
    "22",
    "11",
    "2026",
    "26",
    "/",
    " ",
    ".",
    "-",
    "nov",
    "sun",
    "st",
    "٣",
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const read = readPastDay(text, TODAY);
      if ("problem" in read) expect(read.problem).toMatch(/^[A-Z“0-9].{20,}[^.]$/u);
      else expect(isIsoDate(read.day) && read.day >= "2000-01-01" && read.day <= TODAY).toBe(true);
    }),
  );
});
