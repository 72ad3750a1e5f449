import { expect, test } from "vitest";
import { postcodeSchema } from "./place-fields.ts";

test.each([
  ["n43hh", "N4 3HH"],
  [" sw1a  1aa ", "SW1A 1AA"],
  ["N0 0AA", "N0 0AA"],
])("%j is the postcode %j", (typed, postcode) => {
  expect(postcodeSchema.parse(typed)).toBe(postcode);
});

test.each(["N4", "12345", "N4 3H", "NN44 33HH", "", "Ｎ４"])("%j is no full postcode", (typed) => {
  expect(postcodeSchema.safeParse(typed).success).toBe(false);
});
