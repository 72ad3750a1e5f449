import fc from "fast-check";
import { expect, test } from "vitest";
import { ofJson, toJson } from "./json.ts";

test("lists of objects come back as they were, those within them too", () => {
  const value = {
    count: 2,
    places: [
      { name: "Git Hummus", quote: { text: ["Warm ", "pitta"], by: "ann" }, badges: [] },
      { name: "Cache & Carry", quote: undefined, badges: ["cash only"], pins: [{ x: 1, y: 2 }, { x: 3 }] },
    ],
    one: [{ a: 1 }],
    none: [],
  };
  expect(ofJson(toJson(value))).toEqual(value);
});

test("whatever JSON can say comes back", () => {
  expect(ofJson(toJson([{}, {}]))).toEqual([{}, {}]);
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  const row = fc.dictionary(
    fc.string().filter((name) => name !== "|" && name !== "__proto__"),
    leaf,
  );
  fc.assert(
    fc.property(
      fc.record({ rows: fc.array(row), texts: fc.array(leaf), nested: fc.array(fc.record({ rows: fc.array(row) })) }),
      (value) => {
        expect(ofJson(toJson(value))).toEqual(value);
      },
    ),
  );
});
