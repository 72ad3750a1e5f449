import fc from "fast-check";
import { expect, test } from "vitest";
import { packRows, unpackRows } from "./pack-rows.ts";

const sent = <Value>(value: Value): Value =>
  unpackRows(JSON.parse(JSON.stringify(packRows(value))));

test("what is rendered on the server is not read from its text, and is not sent along", () => {
  const value = { places: [{ name: "Git Hummus" }] };
  expect(unpackRows(packRows(value))).toBe(value);
  expect(Object.keys(packRows(value))).toEqual(["json"]);
});

test("lists of objects come back as they were, those within them too", () => {
  const value = {
    count: 2,
    places: [
      { name: "Git Hummus", quote: { text: ["Warm ", "pitta"], by: "ann" }, badges: [] },
      {
        name: "Cache & Carry",
        quote: undefined,
        badges: ["cash only"],
        pins: [{ x: 1, y: 2 }, { x: 3 }],
      },
    ],
    one: [{ a: 1 }],
    none: [],
  };
  expect(sent(value)).toEqual(value);
});

test("whatever JSON can say comes back", () => {
  expect(sent([{}, {}])).toEqual([{}, {}]);
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  const row = fc.dictionary(
    fc.string().filter((name) => name !== "|" && name !== "__proto__"),
    leaf,
  );
  fc.assert(
    fc.property(
      fc.record({
        rows: fc.array(row),
        texts: fc.array(leaf),
        nested: fc.array(fc.record({ rows: fc.array(row) })),
      }),
      (value) => {
        expect(sent(value)).toEqual(value);
      },
    ),
  );
});
