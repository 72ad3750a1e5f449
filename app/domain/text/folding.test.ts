import fc from "fast-check";
import { expect, test } from "vitest";
import { foldText, foldToKey, foldToSlug } from "./folding.ts";

test.each([
  ["Café O’Malley & Sons", "cafe omalley and sons"],
  ["  The   Stack-Overflow  ", "the stack overflow"],
  ["ŒUF Straße №5", "oeuf strasse no5"],
  ["Yıldız, Bún Đậu, Ægir, Smørrebrød, Łódź", "yildiz bun dau aegir smorrebrod lodz"],
  ["½ Pint, 4½ pints", "1 2 pint 4 1 2 pints"],
  ["Ｃａｆé™ & ‘Co’", "cafe and co"],
  ["Soft\u00ad hyphen", "soft hyphen"],
  ["ｶﾌｪ ガ", "カフェ カ"],
  ["فول ستاك", "فول ستاك"],
  ["💚", ""],
])("%s folds to %s", (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test("marks of scripts in which they are letters are kept", () => {
  expect(foldText("हिन्दी")).not.toBe(foldText("हनद"));
});

test("two spellings of a handle have one key", () => {
  expect(foldToKey("Ána B.")).toBe(foldToKey("ana-b"));
});

test("a slug has no space, slash or percent sign, at most 80 characters, and folds to itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const slug = foldToSlug(text);
      expect(slug).not.toMatch(/[\s/%?#]/);
      expect([...slug].length).toBeLessThanOrEqual(80);
      expect(foldToSlug(slug)).toBe(slug);
    }),
  );
});
