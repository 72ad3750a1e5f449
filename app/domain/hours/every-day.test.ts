import { expect, test } from "vitest";
import { z } from "zod";
import { everyDayContent, everyDayFields, findEveryDayProblem } from "./every-day.ts";
import { typedHours } from "./hours-fields.ts";

const schema = z.object(everyDayFields);

test.each([
  [{ everyDay: "8am to 5pm" }, ["8am to 5pm", "8am to 5pm", "8am to 5pm"]],
  [{ everyDay: "9-5", sunday: "closed" }, ["9am to 5pm", "9am to 5pm", "closed"]],
  [
    { weekdays: "9-5", saturday: "10-4", sunday: "closed" },
    ["9am to 5pm", "10am to 4pm", "closed"],
  ],
  [
    { everyDay: "Mo-Fr 08:00-17:00; Sa 10:00-16:00; Su off" },
    ["8am to 5pm", "10am to 4pm", "closed"],
  ],
  [{ everyDay: "daily 9-5, Sun 10-4" }, ["9am to 5pm", "9am to 5pm", "10am to 4pm"]],
  [
    { everyDay: "24 hours", weekdays: "5pm to midnight" },
    ["5pm to midnight", "24 hours", "24 hours"],
  ],
])("%j are hours of the whole week", (typed, [weekdays, saturday, sunday]) => {
  const form = schema.parse(typed);
  expect(findEveryDayProblem(form)).toBeUndefined();
  expect(typedHours(everyDayContent(form))).toMatchObject({ weekdays, saturday, sunday });
});

test("hours that nobody typed are unknown", () => {
  const form = schema.parse({ everyDay: " ", weekdays: "", saturday: "", sunday: "" });
  expect(findEveryDayProblem(form)).toBeUndefined();
  expect(everyDayContent(form)).toBeNull();
});

test.each([
  [{ weekdays: "9-5" }, "saturday", "Enter the hours of Saturday too, or closed"],
  [{ everyDay: "Mon-Fri 9-5" }, "saturday", "Enter the hours of Saturday too, or closed"],
  [
    { everyDay: "Mon-Sat 9-5", sunday: "8pm to 10am" },
    "everyDay",
    "Monday starts before Sunday is over: change one of them",
  ],
  [
    { everyDay: "24 hours", weekdays: "5pm to 2am" },
    "everyDay",
    "Saturday starts before Friday is over: change one of them",
  ],
  [{ saturday: "9-5" }, "weekdays", "Enter the hours of Monday to Friday too, or closed"],
  [{ weekdays: "9-5", saturday: "9-5" }, "sunday", "Enter the hours of Sunday too, or closed"],
])("%j alone are no week", (typed, field, problem) => {
  expect(findEveryDayProblem(schema.parse(typed))).toEqual({ field, problem });
});
