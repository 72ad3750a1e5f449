import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pastDaySchema } from "./fields.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-06-30T23:30:00Z") });
});

afterEach(() => {
  vi.useRealTimers();
});

test.each([
  ["2026-06-30", "2026-06-30"],
  ["1/6/2026", "2026-06-01"],
  ["01.06.2026", "2026-06-01"],
  ["yesterday", "2026-06-30"],
  ["", undefined],
])("%j is the day %j", (text, day) => {
  expect(pastDaySchema.parse(text)).toBe(day);
});

test("today is today in London, where it is past midnight already", () => {
  expect(pastDaySchema.safeParse("2026-07-01").success).toBe(true);
  expect(pastDaySchema.safeParse("2026-07-02").success).toBe(false);
});

test.each(["30/02/2026", "30/06", "1999-12-31", "2026-06-31", "12/31/2025"])(
  "%j is refused",
  (text) => {
    expect(pastDaySchema.safeParse(text).success).toBe(false);
  },
);
