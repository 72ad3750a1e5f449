import { expect, test } from "vitest";
import { countPages, pageOf } from "./counting.ts";

test("a list has as many pages as it fills, and one when it is empty", () => {
  expect([0, 1, 20, 21, 40, 41].map((count) => countPages(count, 20))).toEqual([1, 1, 1, 2, 2, 3]);
});

test("which page it is goes without saying when there is one", () => {
  expect([pageOf(1, 1), pageOf(2, 4)]).toEqual(["", " (page 2 of 4)"]);
});
