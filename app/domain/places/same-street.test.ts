import fc from "fast-check";
import { expect, test } from "vitest";
import { isSameStreet, streetWords } from "./same-street.ts";

test.each([
  ["3 Merge Lane", "3, merge LANE"],
  ["3 Merge Lane", "3 Merge Ln."],
  ["253 Holloway Road", "Holloway Rd"],
  ["253 Holloway Road", "253 Holloway"],
  ["Ground Floor Shop, 253 Holloway Road", "253-255 Holloway Rd, London"],
  ["292-294 St Paul's Road", "Saint Pauls Rd"],
  ["Unit 6a Tileyard Studios, Tileyard Road", "Tileyard Rd"],
  ["1B-1C Rock Street", "1 Rock St"],
  ["Unit 3 402 Holloway Road", "402 Holloway Road"],
  ["12 The Broadway", "Broadway"],
  ["10 Green Lanes", "30 Green Lanes"],
  ["شارع 5", "شارع 5"],
])("%s may be %s", (one, other) => {
  expect(isSameStreet(one, other)).toBe(true);
  expect(isSameStreet(other, one)).toBe(true);
});

test.each([
  ["3 Merge Lane", "3 Merge Road"],
  ["3 Merge Lane", "3 Closure Lane"],
  ["Shop, 9 Crouch Hill", "Shop, 9 Junction Road"],
  ["Ground Floor, 20 Upper Street", "Ground Floor, 20 Liverpool Road"],
  ["20 Upper Street, Islington Green", "20 City Road, Islington Green"],
  ["10 Green Lanes", "300 Green Lanes"],
])("%s is not %s", (one, other) => {
  expect(isSameStreet(one, other)).toBe(false);
  expect(isSameStreet(other, one)).toBe(false);
});

test("what finds a street is in its words, however its kind and number are written", () => {
  expect(streetWords("Unit 2, 66 York Way")).toEqual([["york"]]);
  expect(streetWords("St. Paul's Rd")).toEqual([["pauls"]]);
  expect(streetWords("12 The Broadway")).toEqual([["broadway"]]);
  expect(streetWords("12")).toEqual([]);
  expect(streetWords("Unit 4")).toEqual([]);
});

test("any text is compared, and two streets that are one are found by the same words", () => {
  const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("1 A Rd, B St", ",", "-"));
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(isSameStreet(one, other)).toBe(isSameStreet(other, one));
      for (const words of streetWords(one)) expect(words.length).toBeGreaterThan(0);
    }),
  );
});
