import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyRuns } from "../../../tests/setup/property-runs.ts";
import type { Interval } from "./opening-hours.ts";
import { readHours, readWeek } from "./read-hours.ts";
import { dayName, EVERY_DAY, WEEKDAYS_ONLY } from "./week.ts";
import { writeHours } from "./write-hours.ts";

/** Up to six intervals of one day that do not overlap, the last of them perhaps past midnight. */
const days: fc.Arbitrary<Interval[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 2, maxLength: 12 })
  .map((minutes) => minutes.toSorted((one, other) => one - other))
  .map((minutes) =>
    Array.from({ length: Math.floor(minutes.length / 2) }, (_, index) => ({
      opensAt: minutes[2 * index] ?? 0,
      closesAt: minutes[2 * index + 1] ?? 0,
    })),
  )
  .chain((intervals) =>
    fc.boolean().map((goesOn) => {
      const last = intervals.at(-1);
      const first = intervals[0];
      if (!goesOn || !last || !first || first.opensAt === 0) return intervals;
      return [...intervals.slice(0, -1), { ...last, closesAt: 1440 + first.opensAt - 1 }];
    }),
  );

test("whatever hours are written are read as the same again", () => {
  fc.assert(
    fc.property(days, (intervals) => {
      expect(readHours(writeHours(intervals))).toEqual({ intervals });
    }),
  );
  for (const intervals of [[], [{ opensAt: 0, closesAt: 1440 }]]) {
    expect(readHours(writeHours(intervals))).toEqual({ intervals });
  }
});

test("any text is read, or answered with a sentence", () => {
  const texts = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          "8",
          "12",
          ":30",
          "am",
          "pm",
          " to ",
          "-",
          ", ",
          "noon",
          "midnight",
          "24",
          "\u0000",
          "٤",
        ),
      )
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const result = readHours(text);
      if ("problem" in result) expect(result.problem).toMatch(/^[A-Z“]/);
      for (const { opensAt, closesAt } of "problem" in result ? [] : result.intervals) {
        expect(opensAt).toBeGreaterThanOrEqual(0);
        expect(opensAt).toBeLessThan(1440);
        expect(closesAt).toBeGreaterThan(opensAt);
        expect(closesAt).toBeLessThanOrEqual(opensAt + 1440);
      }
    }),
  );
});

const weeks = fc.tuple(days, days, days, days, days, days, days);

test("whatever week is written on one line is read as the same again", () => {
  fc.assert(
    fc.property(weeks, (week) => {
      const lines = week.map(
        (intervals, index) => `${dayName(index + 1)} ${writeHours(intervals)}`,
      );
      const read = readWeek(lines.join("; "), [6]);
      expect("days" in read && EVERY_DAY.map((day) => read.days.get(day))).toEqual(week);
    }),
  );
});

const times = fc.constantFrom(
  "9",
  "12",
  "5.30",
  "10:00",
  "08:00",
  "17:00",
  "7am",
  "12pm",
  "11pm",
  "noon",
);
const joints = fc.constantFrom("-", " to ", "–", " til ");
const ranges = fc.tuple(times, joints, times).map((parts) => parts.join(""));
const statements = fc.tuple(
  fc.constantFrom("", "Mon ", "Mon-Fri ", "Sat & Sun ", "daily ", "Sunday: ", "PH "),
  fc.oneof(
    fc.array(ranges, { minLength: 1, maxLength: 2 }).map((parts) => parts.join(", ")),
    fc.constantFrom("closed", "24 hours"),
  ),
);

test("whatever text is understood, what is shown of it means the same", () => {
  const texts = fc
    .array(statements, { minLength: 1, maxLength: 4 })
    .map((parts) => parts.map((part) => part.join("")).join("; "));
  fc.assert(
    fc.property(texts, (text) => {
      const read = readWeek(text, WEEKDAYS_ONLY);
      for (const intervals of "days" in read ? read.days.values() : []) {
        expect(readHours(writeHours(intervals))).toEqual({ intervals });
      }
    }),
    { numRuns: propertyRuns(500) },
  );
});
