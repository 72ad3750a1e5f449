import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanLine, cleanLines, countCharacters, firstSentence } from "./cleaning.ts";

test("control and reordering characters go, and white space is folded", () => {
  expect(cleanLine("  a\u0000b\t\n c\u202Ed\u2066 ")).toBe("ab cd");
});

test("a lone surrogate becomes the replacement character", () => {
  expect(cleanLine("a\ud800b")).toBe("a\ufffdb");
});

test("right-to-left letters, emoji and their joiners stay", () => {
  expect(cleanLine("فول 👩‍🍳")).toBe("فول 👩‍🍳");
});

test("paragraphs stay, more than one empty line does not", () => {
  expect(cleanLines("one\r\n\r\n\r\n\r\ntwo \rthree")).toBe("one\n\ntwo\nthree");
});

test("a cleaned line is on one line, printable and clean already", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const line = cleanLine(text);
      expect(line).not.toMatch(/[\p{Cc}\p{Cs}]/u);
      expect(cleanLine(line)).toBe(line);
    }),
  );
});

test("an emoji counts as SQLite counts it", () => {
  expect(countCharacters("a🍕b")).toBe(3);
});

test.each([
  ["Get the soup. Leave by one.", "Get the soup."],
  ["No. 1 in town for buns! Really.", "No. 1 in town for buns!"],
  ["no full stop at all", "no full stop at all"],
])("the first sentence of %j is %j", (text, sentence) => {
  expect(firstSentence(text)).toBe(sentence);
});

test("a long sentence is cut at a word", () => {
  const sentence = firstSentence("word ".repeat(100), 30);
  expect(sentence).toMatch(/^(word )*word…$/);
  expect(countCharacters(sentence)).toBeLessThanOrEqual(30);
});
