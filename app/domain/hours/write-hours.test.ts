import fc from "fast-check";
import { expect, test } from "vitest";
import type { Interval } from "./opening-hours.ts";
import { readHours, writeHours } from "./write-hours.ts";

const at = (hours: number, minutes = 0) => hours * 60 + minutes;

function read(text: string): [number, number][] | string {
  const result = readHours(text);
  return "problem" in result
    ? result.problem
    : result.intervals.map(({ opensAt, closesAt }): [number, number] => [opensAt, closesAt]);
}

test.each<[string, [number, number][]]>([
  ["8am to 5pm", [[at(8), at(17)]]],
  ["9-5", [[at(9), at(17)]]],
  ["12-3", [[at(12), at(15)]]],
  ["6-11pm", [[at(18), at(23)]]],
  ["11-3pm", [[at(11), at(15)]]],
  ["09:00–17:30", [[at(9), at(17, 30)]]],
  ["8.30 till 5.15pm", [[at(8, 30), at(17, 15)]]],
  ["NOON TO MIDNIGHT", [[at(12), at(24)]]],
  ["midnight to 5am", [[0, at(5)]]],
  ["5pm to 2am", [[at(17), at(26)]]],
  ["18:00-02:00", [[at(18), at(26)]]],
  ["8pm-12:30am", [[at(20), at(24, 30)]]],
  ["18:00-24:00", [[at(18), at(24)]]],
  [
    "noon-3pm, 6pm-11pm",
    [
      [at(12), at(15)],
      [at(18), at(23)],
    ],
  ],
  [
    "6pm to 11pm and noon to 3pm",
    [
      [at(12), at(15)],
      [at(18), at(23)],
    ],
  ],
  ["24 hours", [[0, at(24)]]],
  ["24/7", [[0, at(24)]]],
  [" Closed ", []],
])("%j is read", (text, intervals) => {
  expect(read(text)).toEqual(intervals);
});

test.each([
  ["", "Enter the hours, like 8am to 5pm, or closed"],
  [",", "Enter the hours, like 8am to 5pm, or closed"],
  ["lunchtime", "Write “lunchtime” as a time to another, like 8am to 5pm"],
  ["8am", "Write “8am” as a time to another, like 8am to 5pm"],
  ["8am to 25:00", "Write “8am to 25:00” as a time to another, like 8am to 5pm"],
  ["8am to 24:30", "Write “8am to 24:30” as a time to another, like 8am to 5pm"],
  ["13pm to 14pm", "Write “13pm to 14pm” as a time to another, like 8am to 5pm"],
  ["8:60am to 5pm", "Write “8:60am to 5pm” as a time to another, like 8am to 5pm"],
  ["8am to 5pm to 6pm", "Write “8am to 5pm to 6pm” as a time to another, like 8am to 5pm"],
  ["5pm to 5pm", "“5pm to 5pm” starts when it ends: write 24 hours, or other times"],
  ["noon-3pm, 2pm-6pm", "Two of the times overlap at 2pm"],
  ["24 hours, 8am to 9am", "Write “24 hours” as a time to another, like 8am to 5pm"],
  ["1-2,2-3,3-4,4-5,5-6,6-7,7-8", "Enter at most six times for one day"],
  ["8am to 5pm ".repeat(20), "Shorten the hours to 200 characters"],
  ["<script>", "Write “<script>” as a time to another, like 8am to 5pm"],
])("%j is answered with what to do", (text, problem) => {
  expect(read(text)).toBe(problem);
});

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
