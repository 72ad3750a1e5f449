import fc from "fast-check";
import { expect, test } from "vitest";
import { foldText } from "../text/folding.ts";
import { areSimilarNames } from "./similar-names.ts";

test.each([
  ["Stack Overflow Pancakes", "The Stack Overflow Pancake Café"],
  ["Null Pointer Coffee", "the NULL pointer"],
  ["Cache & Carry Deli", "Cache and carry deli"],
  ["O’Malley's", "OMalleys Restaurant"],
  ["Ada’s Coffee Shop", "ada's café"],
  ["Falafel Not Found", "404 Falafel Not Found"],
  ["Semicolon Noodles", "Semi Colon Noodles"],
  ["Semicolon Noodles", "Semicolom Noodels"],
  ["Git Hummus", "Hummus Git"],
  ["Café", "The Café!"],
  ["فول ستاك", "فول  ستاك"],
  ["🍕", "🍕"],
  ["Cafe Beam", "CafeBeam"],
  ["CafeBeam", "Beam"],
  ["BeamCafé", "Beam Coffee Shop"],
  ["TheCastle", "The Castle Public House"],
  ["The Driver Public House", "The Driver PH"],
  ["The Driver PH", "Driver"],
  ["Alcedo Bistro & Bar", "Alcedo Restaurant"],
  ["Crepe Affair", "Crepe Affair (Angel)"],
])("%s may be %s", (one, other) => {
  expect(areSimilarNames(one, other)).toBe(true);
  expect(areSimilarNames(other, one)).toBe(true);
});

test.each([
  ["Git", "Pit"],
  ["Null Pointer Coffee", "Semicolon Coffee"],
  ["The Coffee Shop", "The Coffee Bar"],
  ["Platform 9", "Platform 8"],
  ["Git Hummus", "Merge Conflict Pizza"],
  ["Recursive Rotis", "Recursive Ramen"],
  ["🍕", "🍜"],
  ["🍕", "Pizza"],
])("%s is not %s", (one, other) => {
  expect(areSimilarNames(one, other)).toBe(false);
  expect(areSimilarNames(other, one)).toBe(false);
});

const words = [
  "the",
  "café",
  "Null",
  "pointer",
  "&",
  "and",
  "noodles",
  "Noodle",
  "coffee",
  "shop",
  "404",
  "o’malley",
];
const name = fc.oneof(
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }).map((list) => list.join(" ")),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 }),
);

test("every name is like itself, and likeness is mutual", () => {
  fc.assert(
    fc.property(name, name, (one, other) => {
      expect(areSimilarNames(one, one)).toBe(true);
      expect(areSimilarNames(one, other)).toBe(areSimilarNames(other, one));
    }),
    { numRuns: 500 },
  );
});

test("how a name is written changes nothing", () => {
  const readable = name.filter((text) => foldText(text) !== "" && foldText(text).length < 320);
  fc.assert(
    fc.property(readable, readable, (one, other) => {
      expect(areSimilarNames(one, foldText(one))).toBe(true);
      expect(areSimilarNames(foldText(one), other)).toBe(areSimilarNames(one, other));
      expect(areSimilarNames(` ${one}! `, other)).toBe(areSimilarNames(one, other));
    }),
    { numRuns: 500 },
  );
});

test("a kind of place in front or behind, a leading “the” and one slip never make another name", () => {
  const letters = fc.string({
    unit: fc.constantFrom(..."bdfgjkmpqvwxyz"),
    minLength: 4,
    maxLength: 30,
  });
  fc.assert(
    fc.property(
      letters,
      fc.nat(),
      fc.constantFrom("Café", "coffee", "RESTAURANT", "bar"),
      (own, position, kind) => {
        expect(areSimilarNames(own, `The ${own} ${kind}`)).toBe(true);
        const at = position % own.length;
        expect(areSimilarNames(own, `${own.slice(0, at)}e${own.slice(at)}`)).toBe(true);
      },
    ),
  );
});

test("10,000 characters are answered at once", () => {
  const long = "pizza ".repeat(1700);
  const started = performance.now();
  expect(areSimilarNames(long, `${long}x`)).toBe(true);
  expect(areSimilarNames("ﷺ".repeat(10_000), "ab".repeat(5000))).toBe(false);
  expect(performance.now() - started).toBeLessThan(1000);
});
