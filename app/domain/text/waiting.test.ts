import { expect, test } from "vitest";
import { inWords } from "./counting.ts";

test.each([
  [1, "in 1 second"],
  [90, "in 90 seconds"],
  [91, "in 2 minutes"],
  [3600, "in 60 minutes"],
  [5401, "in 2 hours"],
  [86_400, "in 24 hours"],
])("%i seconds from now is %s", (seconds, words) => {
  expect(inWords(seconds)).toBe(words);
});
