import { expect, test } from "vitest";
import { momentOnCampus } from "./campus-hours.server.ts";
import { type OpeningHours, openState, openStateWords, openWindows } from "./opening-hours.ts";

type Overrides = Partial<OpeningHours>;

/** Hours on all days of the week, in minutes after midnight. */
function daily(opensAt: number, closesAt: number, overrides: Overrides = {}): OpeningHours {
  const intervals = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opensAt, closesAt }));
  return { confirmedOn: "2026-01-01", bankHolidays: "usual", intervals, ...overrides };
}

function wordsAt(hours: OpeningHours | undefined, instant: string): string {
  const moment = momentOnCampus(new Date(instant));
  return openStateWords(openState(hours, moment), moment);
}

const LUNCH_AND_DINNER: Overrides = {
  intervals: [1, 2, 3, 4, 5].flatMap((day) => [
    { day, opensAt: 720, closesAt: 900 },
    { day, opensAt: 1080, closesAt: 1380 },
  ]),
};

test.each([
  ["2026-11-25T11:59:00Z", "opens at noon"],
  ["2026-11-25T12:00:00Z", "open until 3pm"],
  ["2026-11-25T14:59:00Z", "open until 3pm"],
  ["2026-11-25T15:00:00Z", "opens at 6pm"],
  ["2026-11-25T23:00:00Z", "opens at noon tomorrow"],
  ["2026-11-27T23:00:00Z", "opens on Monday at noon"],
  ["2026-11-29T12:30:00Z", "opens at noon tomorrow"],
])("with lunch and dinner on weekdays, at %s it %s", (instant, words) => {
  expect(wordsAt(daily(0, 1, LUNCH_AND_DINNER), instant)).toBe(words);
});

test("hours that nobody knows are unknown, and a week without any is closed", () => {
  expect(wordsAt(undefined, "2026-11-25T12:00:00Z")).toBe("hours unknown");
  expect(wordsAt(daily(0, 1, { intervals: [] }), "2026-11-25T12:00:00Z")).toBe("closed");
});

test.each([
  ["2026-11-25T00:30:00Z", "open until 2am"],
  ["2026-11-25T01:59:00Z", "open until 2am"],
  ["2026-11-25T02:00:00Z", "opens at 5pm"],
  ["2026-11-25T17:00:00Z", "open until 2am"],
  ["2026-11-25T23:59:00Z", "open until 2am"],
])("open from 5pm to 2am, at %s it is %s", (instant, words) => {
  expect(wordsAt(daily(1020, 1560), instant)).toBe(words);
});

test("Sunday's night is open on Monday", () => {
  const sundays = daily(0, 1, { intervals: [{ day: 7, opensAt: 1200, closesAt: 1620 }] });
  expect(wordsAt(sundays, "2026-11-30T02:30:00Z")).toBe("open until 3am");
  expect(wordsAt(sundays, "2026-11-30T03:00:00Z")).toBe("opens on Sunday at 8pm");
});

test("days that touch are one, and a place that never closes says so", () => {
  expect(wordsAt(daily(0, 1440), "2026-11-25T12:00:00Z")).toBe("open all day and night");
  const twoDays = { intervals: [3, 4].map((day) => ({ day, opensAt: 0, closesAt: 1440 })) };
  expect(openState(daily(0, 1, twoDays), momentOnCampus(new Date("2026-11-25T12:00:00Z")))).toEqual(
    {
      kind: "open",
      until: 2880,
    },
  );
});

test.each([
  // On 29 March 2026 the clock goes from 1am to 2am.
  ["2026-03-29T00:30:00Z", "open until 2am", "before the skipped hour"],
  ["2026-03-29T01:00:00Z", "opens at 5pm", "when 2am comes an hour early"],
  ["2026-03-29T15:59:00Z", "opens at 5pm", "a minute before 5pm of summer time"],
  ["2026-03-29T16:00:00Z", "open until 2am", "at 5pm of summer time"],
  // On 25 October 2026 the clock goes from 2am back to 1am.
  ["2026-10-25T00:30:00Z", "open until 2am", "in the first hour after 1am"],
  ["2026-10-25T01:30:00Z", "open until 2am", "in the second hour after 1am"],
  ["2026-10-25T02:00:00Z", "opens at 5pm", "when 2am has come"],
  ["2026-10-25T16:59:00Z", "opens at 5pm", "a minute before 5pm of winter time"],
  ["2026-10-25T17:00:00Z", "open until 2am", "at 5pm of winter time"],
])("by the clock of the wall, at %s it %s: %s", (instant, words) => {
  expect(wordsAt(daily(1020, 1560), instant)).toBe(words);
});

// 25 May 2026 is a bank holiday and a Monday.
test.each([
  ["usual", "2026-05-25T12:00:00Z", "open until 5pm"],
  ["closed", "2026-05-25T12:00:00Z", "opens at 9am tomorrow"],
  [null, "2026-05-25T12:00:00Z", "hours unknown"],
  [null, "2026-05-26T12:00:00Z", "open until 5pm"],
  ["closed", "2026-05-24T17:00:00Z", "opens on Tuesday at 9am"],
] as const)("on a bank holiday that is %s, at %s it is %s", (bankHolidays, instant, words) => {
  expect(wordsAt(daily(540, 1020, { bankHolidays }), instant)).toBe(words);
});

test("a bank holiday may have hours of its own, and the night before it goes on into it", () => {
  const week = daily(1020, 1560).intervals;
  const hours = daily(0, 1, {
    bankHolidays: "own",
    intervals: [...week, { day: 8, opensAt: 600, closesAt: 840 }],
  });
  expect(wordsAt(hours, "2026-05-25T00:30:00Z")).toBe("open until 2am");
  expect(wordsAt(hours, "2026-05-25T09:30:00Z")).toBe("open until 2pm");
  expect(wordsAt(hours, "2026-05-25T17:00:00Z")).toBe("opens at 5pm tomorrow");
});

test("what an interval must contain to be open: of the day, of the day before, and usual ones on a bank holiday", () => {
  expect(
    openWindows({
      isoDate: "2026-11-25",
      day: 3,
      minute: 60,
      nation: "england",
      oneOffHolidays: [],
    }),
  ).toEqual([
    { day: 3, minute: 60, keeping: undefined },
    { day: 2, minute: 1500, keeping: undefined },
  ]);
  expect(
    openWindows({
      isoDate: "2026-05-25",
      day: 1,
      minute: 60,
      nation: "england",
      oneOffHolidays: [],
    }),
  ).toEqual([
    { day: 8, minute: 60, keeping: "own" },
    { day: 1, minute: 60, keeping: "usual" },
    { day: 7, minute: 1500, keeping: undefined },
  ]);
});

test.each(["2027-12-25T12:00:00Z", "2026-12-26T12:00:00Z", "2028-01-01T12:00:00Z"])(
  "closed on bank holidays is closed at %s too, a Saturday with a substitute day",
  (instant) => {
    expect(wordsAt(daily(540, 1020, { bankHolidays: "closed" }), instant)).toMatch(/^opens/);
  },
);
