import { expect, test } from "vitest";
import { daysWords } from "./week.ts";

test.each([
  [[1], "Mon"],
  [[6, 7], "Sat and Sun"],
  [[1, 2, 3, 4, 5], "Mon to Fri"],
  [[3, 4, 5, 6, 7], "Wed to Sun"],
  [[1, 2, 3, 4, 5, 6, 7], "Every day"],
  [[8], "Bank holidays"],
])("the days %j are “%s”", (days, words) => {
  expect(daysWords(days)).toBe(words);
});
