import { expect, test } from "vitest";
import {
  daysAfter,
  momentInLondon,
  nextMoment,
  startOfDayInLondon,
  weekdayOf,
} from "./london-time.ts";

test.each([
  ["in winter", "2026-01-15T12:30:00Z", { isoDate: "2026-01-15", day: 4, minute: 750 }],
  ["in summer, an hour on", "2026-07-15T12:30:00Z", { isoDate: "2026-07-15", day: 3, minute: 810 }],
  [
    "in summer, past midnight already",
    "2026-06-30T23:30:00Z",
    { isoDate: "2026-07-01", day: 3, minute: 30 },
  ],
  [
    "before the spring change",
    "2026-03-29T00:59:00Z",
    { isoDate: "2026-03-29", day: 7, minute: 59 },
  ],
  [
    "after it, where 1am is skipped",
    "2026-03-29T01:00:00Z",
    { isoDate: "2026-03-29", day: 7, minute: 120 },
  ],
  [
    "before the autumn change",
    "2026-10-25T00:30:00Z",
    { isoDate: "2026-10-25", day: 7, minute: 90 },
  ],
  [
    "after it, where 1:30am comes again",
    "2026-10-25T01:30:00Z",
    { isoDate: "2026-10-25", day: 7, minute: 90 },
  ],
  [
    "at the turn of a year",
    "2026-12-31T23:59:59Z",
    { isoDate: "2026-12-31", day: 4, minute: 1439 },
  ],
])("the moment %s", (_, instant, moment) => {
  expect(momentInLondon(new Date(instant))).toEqual(moment);
});

test.each([
  ["2026-01-15", "2026-01-15T00:00:00.000Z"],
  ["2026-07-15", "2026-07-14T23:00:00.000Z"],
  ["2026-03-29", "2026-03-29T00:00:00.000Z"],
  ["2026-03-30", "2026-03-29T23:00:00.000Z"],
  ["2026-10-25", "2026-10-24T23:00:00.000Z"],
  ["2026-10-26", "2026-10-26T00:00:00.000Z"],
])("%s begins in London at %s", (isoDate, instant) => {
  const start = startOfDayInLondon(isoDate);
  expect(start.toISOString()).toBe(instant);
  expect(momentInLondon(start)).toMatchObject({ isoDate, minute: 0 });
  expect(momentInLondon(new Date(start.getTime() - 1)).isoDate).toBe(daysAfter(isoDate, -1));
});

test("days are counted over months, leap days and years, and weeks start on Monday", () => {
  expect(daysAfter("2028-02-28", 1)).toBe("2028-02-29");
  expect(daysAfter("2026-12-31", 1)).toBe("2027-01-01");
  expect(daysAfter("2026-03-01", -1)).toBe("2026-02-28");
  expect(["2026-11-23", "2026-11-29"].map(weekdayOf)).toEqual([1, 7]);
});

test("the next time of a weekday is today or within a week", () => {
  const now = { isoDate: "2026-11-25", day: 3, minute: 800 };
  expect(nextMoment({ day: 3, minute: 60 }, now)).toEqual({
    isoDate: "2026-11-25",
    day: 3,
    minute: 60,
  });
  expect(nextMoment({ day: 2, minute: 60 }, now).isoDate).toBe("2026-12-01");
});
