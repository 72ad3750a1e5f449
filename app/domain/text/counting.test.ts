import { expect, test } from "vitest";
import { agoInWords, countOf, listInWords } from "./counting.ts";

test("one is singular, and every other number is plural", () => {
  expect([0, 1, 2, 1234].map((count) => countOf(count, "place"))).toEqual([
    "0 places",
    "1 place",
    "2 places",
    "1,234 places",
  ]);
});

test("words stand in a row as in a sentence", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(listInWords)).toEqual([
    "",
    "a",
    "a and b",
    "a, b and c",
  ]);
});

test("how long ago something was is said in whole minutes or hours, rounded down", () => {
  const minute = 60_000;
  expect([0, 59_999, minute, 59 * minute, 60 * minute, 179 * minute].map(agoInWords)).toEqual([
    "a moment ago",
    "a moment ago",
    "1 minute ago",
    "59 minutes ago",
    "1 hour ago",
    "2 hours ago",
  ]);
});
