import { expect, test } from "vitest";
import { filledWidth } from "./stars.tsx";

test("stars are filled to the tenth, by their shapes and not by the gaps between them", () => {
  const widths = Array.from({ length: 51 }, (_, tenths) => filledWidth(tenths / 10));
  expect(widths).toEqual(widths.toSorted((one, other) => one - other));
  expect(new Set(widths).size).toBe(51);
  expect([filledWidth(0), filledWidth(1), filledWidth(5)]).toEqual([0, 16.5, 86.5]);
  // The middle of the fifth star, which begins at 70 and is 16 wide.
  expect(filledWidth(4.5)).toBe(78);
});
