import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import {
  everyDayField,
  findHoursProblem,
  type Hours,
  hoursContent,
  hoursFields,
  typedHours,
} from "./hours-fields.ts";

const schema = z.object({ ...hoursFields, everyDay: everyDayField });

/** What the form makes of what was typed: the hours, or the field and what to change in it. */
function send(typed: Record<string, string>): Hours | string {
  const parsed = schema.safeParse(typed);
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message }) => `${path}: ${message}`).join("\n");
  }
  const found = findHoursProblem(parsed.data);
  return found ? `${found.field}: ${found.problem}` : hoursContent(parsed.data);
}

const WEEK = { weekdays: "8am to 5pm", saturday: "9am to 1pm", sunday: "closed" };

test("one line is enough for the weekdays, and a day of its own goes before it", () => {
  const hours = send({ ...WEEK, wednesday: "closed", friday: "8am-noon, 5pm-2am" });
  expect(hours).toEqual({
    bankHolidays: null,
    intervals: [
      { day: 1, opensAt: 480, closesAt: 1020 },
      { day: 2, opensAt: 480, closesAt: 1020 },
      { day: 4, opensAt: 480, closesAt: 1020 },
      { day: 5, opensAt: 480, closesAt: 720 },
      { day: 5, opensAt: 1020, closesAt: 1560 },
      { day: 6, opensAt: 540, closesAt: 780 },
    ],
  });
});

const PASTED = "Mo-Fr 08:00-17:00; Sa 09:00-13:00; Su off";

test.each<Record<string, string>>([
  { weekdays: PASTED },
  { saturday: PASTED },
  { weekdays: "8am to 5pm, Sat 9am to 1pm, Sun closed" },
  { everyDay: "8am-5pm", saturday: "9am-1pm", sunday: "closed" },
  { everyDay: "9-1", weekdays: "8-5", sunday: "closed" },
  { weekdays: PASTED, saturday: "9-1", sunday: "closed" },
])("%j is the same week as in fields of its own", (typed) => {
  expect(send(typed)).toEqual(send(WEEK));
});

test("a week that says bank holidays too sets them", () => {
  expect(send({ weekdays: `${PASTED}; PH off` })).toMatchObject({ bankHolidays: "closed" });
  const own = send({ weekdays: "daily 9-5, bank holidays 10-2" });
  expect(own).toMatchObject({ bankHolidays: "own" });
  expect(typeof own === "object" && own?.intervals.filter(({ day }) => day === 8)).toEqual([
    { day: 8, opensAt: 600, closesAt: 840 },
  ]);
});

test("a form without hours says that nobody knows them", () => {
  expect(send({})).toBeNull();
  expect(send({ weekdays: " ", sunday: "", bankHolidays: "usual" })).toBeNull();
});

test.each([
  [{ ...WEEK, bankHolidays: "usual" }, "usual", 0],
  [{ ...WEEK, bankHolidays: "closed" }, "closed", 0],
  [{ ...WEEK, bankHolidays: "unknown" }, null, 0],
  [{ ...WEEK, bankHolidays: "own", ownHours: "10am to 2pm" }, "own", 1],
  [{ ...WEEK, ownHours: "10am to 2pm" }, "own", 1],
  [{ ...WEEK, bankHolidays: "own", ownHours: "closed" }, "closed", 0],
])("bank holidays are read from %j", (typed, bankHolidays, ownIntervals) => {
  const hours = send(typed);
  expect(hours).toMatchObject({ bankHolidays });
  expect(
    typeof hours === "object" ? hours?.intervals.filter(({ day }) => day === 8) : [],
  ).toHaveLength(ownIntervals);
});

test.each([
  [
    { weekdays: "8am to 5pm", sunday: "closed" },
    "saturday: Enter the hours of Saturday, or closed",
  ],
  [{ ...WEEK, sunday: "" }, "sunday: Enter the hours of Sunday, or closed"],
  [
    { saturday: "closed", sunday: "closed", monday: "9-5" },
    "weekdays: Enter the hours from Monday to Friday, or those of Tuesday below",
  ],
  [
    { ...WEEK, tuesday: "whenever" },
    "tuesday: Write “whenever” as a time to another, like 8am to 5pm",
  ],
  [{ ...WEEK, saturday: "noon-3pm, 2pm-6pm" }, "saturday: Two of the times overlap at 2pm"],
  [
    { ...WEEK, saturday: "8pm to 10am", sunday: "9am to 1pm" },
    "sunday: Sunday starts before Saturday is over: change one of them",
  ],
  [
    { ...WEEK, sunday: "8pm to 9am" },
    "weekdays: Monday starts before Sunday is over: change one of them",
  ],
  [
    { ...WEEK, tuesday: "1am to 3am", monday: "5pm to 2am" },
    "tuesday: Tuesday starts before Monday is over: change one of them",
  ],
  [{ ...WEEK, bankHolidays: "own" }, "ownHours: Enter the hours on bank holidays"],
  [
    { ...WEEK, bankHolidays: "closed", ownHours: "9-5" },
    "ownHours: Choose other hours above for these to count, or empty this field",
  ],
  [
    { weekdays: PASTED, saturday: "closed" },
    "saturday: Another field has other hours of Saturday: change one of them",
  ],
  [
    { saturday: PASTED, sunday: "9-5" },
    "sunday: Another field has other hours of Sunday: change one of them",
  ],
  [
    { weekdays: `${PASTED}; PH off`, bankHolidays: "usual" },
    "bankHolidays: The hours above say something else of bank holidays: change one of them",
  ],
  [
    { weekdays: `${PASTED}; PH off`, ownHours: "9-1" },
    "ownHours: Another field has other hours of bank holidays: change one of them",
  ],
  [{ weekdays: "Mon-Fri 9-5; Sat 10-4" }, "sunday: Enter the hours of Sunday, or closed"],
  [{ ownHours: "9-5" }, "weekdays: Enter the hours of the week too, or leave everything empty"],
  [{ ...WEEK, bankHolidays: "always" }, "bankHolidays: Choose what it does on bank holidays"],
])("%j is answered beside the field that is wrong", (typed, sentence) => {
  expect(send(typed)).toBe(sentence);
});

const day = fc.constantFrom(
  "closed",
  "24 hours",
  "8am to 5pm",
  "noon to 3pm, 6pm to 11pm",
  "7:30am to 4:15pm",
);

test("whatever week is stored is typed into the form so that sending it changes nothing", () => {
  const weeks = fc.record({
    weekdays: day,
    monday: day,
    tuesday: day,
    wednesday: day,
    thursday: day,
    friday: day,
    saturday: day,
    sunday: day,
    ownHours: fc.option(day, { nil: "" }),
  });
  fc.assert(
    fc.property(weeks, (typed) => {
      const hours = send(typed);
      if (typeof hours === "string") throw new Error(hours);
      expect(send(typedHours(hours))).toEqual(hours);
    }),
  );
  expect(Object.values(typedHours(null)).filter((text) => text !== "")).toEqual(["unknown"]);
});
