import { expect, test } from "vitest";
import { dayInLondon, formatDay, isIsoDate } from "./dates.ts";

test("the day in London is an hour ahead of UTC in summer", () => {
  expect(dayInLondon(new Date("2026-06-30T23:30:00Z"))).toBe("2026-07-01");
  expect(dayInLondon(new Date("2026-11-22T23:30:00Z"))).toBe("2026-11-22");
});

test("a day is written as people in Britain write it", () => {
  expect(formatDay("2026-11-02")).toBe("2 November 2026");
});

test.each(["2026-02-30", "2026-13-01", "22/11/2026", "2026-1-1", "+002026-01-01", ""])(
  "%j is no ISO date",
  (text) => {
    expect(isIsoDate(text)).toBe(false);
  },
);

test("29 February is a date in a leap year only", () => {
  expect([isIsoDate("2024-02-29"), isIsoDate("2026-02-29")]).toEqual([true, false]);
});
