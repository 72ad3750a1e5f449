import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance, excerpt, markWords, searchWords } from "./words.ts";

test("what a search finds is marked, whatever its case and accents", () => {
  expect(markWords("A Café, O’Malley’s café-bar", ["cafe", "omal"])).toEqual([
    "A ",
    "Café",
    ", ",
    "O’Malley’s",
    " ",
    "café",
    "-bar",
  ]);
  expect(markWords("Café bar", ["cafe", "bar"])).toEqual(["", "Café", " ", "bar", ""]);
  expect(markWords("Café", ["tea"])).toEqual(["Café"]);
});

test("marking changes no text", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.array(fc.string({ minLength: 1, maxLength: 2 })),
      (text, words) => {
        expect(markWords(text, words).join("")).toBe(text);
      },
    ),
  );
});

test("the sentence that mentions a word is what is quoted", () => {
  const text = "Small and busy. The wifi password is on the till! Go early.";
  expect(excerpt(text, ["wifi"])).toBe("The wifi password is on the till!");
  expect(excerpt(text, ["nothing"])).toBe("Small and busy.");
  expect(excerpt(text, [])).toBe("Small and busy.");
});

test("words are folded, each once, at most eight", () => {
  expect(searchWords("Café café CAFÉ & Bar")).toEqual(["cafe", "and", "bar"]);
  expect(searchWords("a b c d e f g h i j")).toHaveLength(8);
  expect(searchWords("🍕 “*” ()")).toEqual([]);
});

test.each([
  ["falafel", "felafel", 1],
  ["coffee", "cofee", 1],
  ["form", "from", 1],
  ["", "abc", 3],
  ["kitten", "sitting", 3],
  ["ca", "abc", 3],
])("%s and %s are %i apart", (one, other, distance) => {
  expect(editDistance(one, other, 3)).toBe(distance);
  expect(editDistance(other, one, 3)).toBe(distance);
  expect(editDistance(one, other, distance - 1)).toBe(Number.POSITIVE_INFINITY);
});

test("a word is nothing away from itself, and one edit is never more than one", () => {
  const word = fc.string({ minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(word, fc.nat(), fc.constantFrom("x", ""), (text, position, letter) => {
      expect(editDistance(text, text, 2)).toBe(0);
      const letters = [...text];
      letters.splice(position % letters.length, 1, letter);
      expect(editDistance(text, letters.join(""), 2)).toBeLessThanOrEqual(1);
    }),
  );
});
