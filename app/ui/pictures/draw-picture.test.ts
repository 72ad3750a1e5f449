import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { drawPicture } from "./draw-picture.server.ts";
import { wrap } from "./fit-text.server.ts";
import type { PictureContent } from "./picture-content.ts";
import { drawable, isDrawable, measure } from "./typeset.server.ts";

const CAMPUS = { latitude: 51.5643, longitude: -0.1063 };
const WORST = "W".repeat(120);

/** Names as people may type them, and whether the typefaces have their letters. */
const NAMES: [name: string, isDrawn: boolean][] = [
  ["404 Falafel Not Found", true],
  ['<script>alert("&amp;")</script> & Sons', true],
  ["]]>&#0;<!--", true],
  ["W".repeat(63), true],
  [`${"Very Long Words ".repeat(7)}Café`, true],
  ["فول ستاك", true],
  ["Beit בית הקפה 42", true],
  ["Кафе «Стек»", true],
  ["Ταβέρνα Ο Σωρός", true],
  ["Bánh Mì Phở Đặc Biệt", true],
  ["北京饺子馆", false],
  ["ร้านกาแฟ", false],
  ["🍕🍕🍕", false],
  ["Pizza 🍕 👩‍🍳 Pazza", true],
  ["Z̷̢̛a̸l̵g̶o̴ ", true],
  ["\u202eevil", true],
  ["", false],
];

const contentOf = (text: string): PictureContent => ({
  siteName: text,
  headline: text,
  plainHeadline: "Chinese, 1 Heap Street",
  rating: { mean: "4.3", words: "from 15 ratings" },
  facts: [{ words: text }, { words: "£7.20", isStrong: true }, { words: "5 min walk" }],
  quote: text,
  rows: [{ number: 1, name: text, plainName: "1 Heap Street", facts: "4.3 · £7.20" }],
  spots: [{ position: { latitude: 51.566, longitude: -0.109 } }],
});

describe.each(NAMES)("%j", (name, isDrawn) => {
  test("is drawn as outlines, or something else in its place", async () => {
    expect(isDrawable(name)).toBe(isDrawn);
    const svg = drawPicture(contentOf(name), { campus: CAMPUS, ground: undefined });
    expect(/<text|<script|NaN|undefined|Infinity/.exec(svg)).toBeNull();
    const { width, height } = await sharp(Buffer.from(svg)).metadata();
    expect([width, height]).toEqual([1200, 630]);
  });

  test("stays within its room", () => {
    const style = { size: 46, weight: 700 } as const;
    for (const line of wrap(name, style, { width: 560, lines: 20 }) ?? [WORST]) {
      expect(measure(line, style.size, style.weight)).toBeLessThanOrEqual(560);
    }
  });
});

test("what goes from right to left stands in its own order among words that do not", () => {
  const [whole, first, second] = ["AB אב", "AB ", "אב"].map((text) => measure(text, 100, 400));
  expect(whole).toBeGreaterThan(Number(second));
  expect(whole).toBeGreaterThan(Number(first));
  // Joined letters are narrower than the same ones apart.
  expect(measure("ستاك", 100, 400)).toBeLessThan(
    [..."ستاك"].reduce((sum, letter) => sum + measure(letter, 100, 400), 0),
  );
});

test("emoji are left out, with the space that they leave", () => {
  expect(drawable(" Pizza 🍕 👩‍🍳 Pazza ")).toBe("Pizza Pazza");
});

test("streets are drawn where they are known", () => {
  const shapes = { parks: [], water: [], rivers: [], streets: [], roads: [[0, 0, 100, 100]] };
  const draw = (ground: Parameters<typeof drawPicture>[1]["ground"]) =>
    drawPicture(contentOf("A"), { campus: CAMPUS, ground }).includes('href="#roads"');
  expect([
    draw({ middle: CAMPUS, shapes, attribution: "© Somebody & Sons" }),
    draw(undefined),
  ]).toEqual([true, false]);
});

test("without a position there is no map, and the words have the whole width", () => {
  const draw = (content: PictureContent) =>
    drawPicture(content, { campus: CAMPUS, ground: undefined }).includes(`x="681"`);
  const content = contentOf("A");
  expect([draw(content), draw({ ...content, spots: undefined })]).toEqual([true, false]);
});
