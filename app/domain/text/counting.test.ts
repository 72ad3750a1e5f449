import { expect, test } from "vitest";
import { countOf, listInWords } from "./counting.ts";

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
