import fc from "fast-check";
import { expect, test } from "vitest";
import { formatPounds, parsePounds } from "./price.ts";
import { pricePaidSchema } from "./review-fields.ts";

test.each([
  ["£6.50", 650],
  ["6.5", 650],
  [" 6 ", 600],
  ["£ 0.05", 5],
])("%j is %d pence", (text, pence) => {
  expect(parsePounds(text)).toBe(pence);
});

test.each(["12.345", "-1", "1e3", "five", "6,50", "£", "١٢", "0x10", "1 000"])(
  "%j is no amount",
  (text) => {
    expect(parsePounds(text)).toBeUndefined();
  },
);

test("every amount survives being written and read", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999 }), (pence) => {
      expect(parsePounds(formatPounds(pence))).toBe(pence);
    }),
  );
});

test("a price is more than nothing and at most £1,000, and may be left out", () => {
  const accepts = (text: string) => pricePaidSchema.safeParse(text).success;
  expect(["0", "0.00", "1000.01", "99999"].map(accepts)).toEqual([false, false, false, false]);
  expect(["0.01", "1000", " "].map(accepts)).toEqual([true, true, true]);
});
