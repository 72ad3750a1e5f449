import { expect, test } from "vitest";
import { bestValues } from "./best-values.ts";

test.each<[(number | null | undefined)[], "least" | "most", boolean[]]>([
  [[3, 1, 2], "least", [false, true, false]],
  [[3, 1, 3], "most", [true, false, true]],
  [[2, 2], "most", [false, false]],
  [[2, null, undefined], "least", [false, false, false]],
  [[0, null, 5], "least", [true, false, false]],
  [[], "most", []],
])("of %j the %s are the best", (values, best, expected) => {
  expect(bestValues(values, best)).toEqual(expected);
});
