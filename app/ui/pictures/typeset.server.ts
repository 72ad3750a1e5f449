import bidiFactory from "bidi-js";
import * as harfbuzz from "harfbuzzjs";
import arabic from "../fonts/picture-arabic.ttf?inline";
import cyrillic from "../fonts/picture-cyrillic.ttf?inline";
import greek from "../fonts/picture-greek.ttf?inline";
import hebrew from "../fonts/picture-hebrew.ttf?inline";
import latin from "../fonts/picture-latin.ttf?inline";
import latinExtended from "../fonts/picture-latin-ext.ttf?inline";
import vietnamese from "../fonts/picture-vietnamese.ttf?inline";

/** A machine without fonts draws outlines as one with them does. */
type Outlines = { svg: string; width: number };

export type Weight = 400 | 600 | 700;

type Cut = { font: harfbuzz.Font; unitsPerEm: number; paths: Map<number, string> };

const bidi = bidiFactory();

const FACES = [latin, latinExtended, vietnamese, greek, cyrillic, hebrew, arabic].map((url) => {
  const bytes = Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
  return new harfbuzz.Face(new harfbuzz.Blob(new Uint8Array(bytes)));
});

const CUTS = new Map<Weight, Cut[]>();

/** Undrawable letters, such as emoji, are left out. `svg` starts on the baseline at 0, 0; lengths are pixels. */
export function outline(text: string, size: number, weight: Weight): Outlines {
  let width = 0;
  let svg = "";
  for (const run of runsInOrder(text, weight)) {
    const scale = size / run.cut.unitsPerEm;
    for (const { id, x, y, advance } of shape(run)) {
      const path = pathOf(id, run.cut);
      const at = `${round(width / scale + x)} ${y}`;
      if (path !== "") {
        svg += `<path transform="scale(${round(scale)} ${round(-scale)}) translate(${at})" d="${path}"/>`;
      }
      width += advance * scale;
    }
  }
  return { svg, width };
}

/** In pixels. */
export function measure(text: string, size: number, weight: Weight): number {
  let width = 0;
  for (const run of runsInOrder(text, weight)) {
    const advances = shape(run).reduce((sum, { advance }) => sum + advance, 0);
    width += (advances * size) / run.cut.unitsPerEm;
  }
  return width;
}

/** The text as far as the typefaces have it, on one line. */
export function drawable(text: string): string {
  return [...text.normalize("NFC")]
    .map((letter) => (/[^\S\u00a0]/.test(letter) ? " " : letter))
    .filter((letter) => cutFor(letter, 400) !== undefined)
    .join("")
    .replaceAll(/ {2,}/g, " ")
    .trim();
}

/** Whether hardly anything is left out but signs: of a name in another script nothing would be there. */
export function isDrawable(text: string): boolean {
  const letters = [...text.normalize("NFC")].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  const drawn = letters.filter((letter) => cutFor(letter, 400) !== undefined);
  return drawn.length > 0 && drawn.length >= 0.8 * letters.length;
}

function cutsOf(weight: Weight): Cut[] {
  const known = CUTS.get(weight);
  if (known) return known;
  const cuts = FACES.map((face) => {
    const font = new harfbuzz.Font(face);
    font.setVariations([new harfbuzz.Variation("wght", weight)]);
    return { font, unitsPerEm: face.upem, paths: new Map<number, string>() };
  });
  CUTS.set(weight, cuts);
  return cuts;
}

function cutFor(letter: string, weight: Weight): Cut | undefined {
  const code = letter.codePointAt(0) ?? 0;
  return cutsOf(weight).find(({ font }) => font.nominalGlyph(code) !== undefined);
}

/** Letters of one typeface and one direction; an odd level goes from right to left. */
type Run = { cut: Cut; words: string; level: number };

function runsOf(text: string, weight: Weight): Run[] {
  const { levels } = bidi.getEmbeddingLevels(text);
  const runs: Run[] = [];
  let at = 0;
  for (const letter of text) {
    const cut = cutFor(letter, weight);
    const level = levels[at] ?? 0;
    const last = runs.at(-1);
    if (last && last.cut === cut && last.level === level) last.words += letter;
    else if (cut) runs.push({ cut, words: letter, level });
    at += letter.length;
  }
  return runs;
}

function runsInOrder(text: string, weight: Weight): Run[] {
  return inReadingOrder(runsOf(drawable(text), weight));
}

/** From left to right, by rule L2 of Unicode's bidirectional algorithm. */
function inReadingOrder(runs: Run[]): Run[] {
  let ordered = runs;
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level -= 1) {
    ordered = ordered
      .reduce<Run[][]>((groups, run) => {
        const group = groups.at(-1);
        const isHigh = run.level >= level;
        if (group?.[0] && isHigh && group[0].level >= level) group.unshift(run);
        else groups.push([run]);
        return groups;
      }, [])
      .flat();
  }
  return ordered;
}

/** In units of the font. */
type PlacedGlyph = { id: number; x: number; y: number; advance: number };

function shape({ cut: { font }, words, level }: Run): PlacedGlyph[] {
  const buffer = new harfbuzz.Buffer();
  buffer.addText(words);
  buffer.guessSegmentProperties();
  buffer.setDirection(level % 2 === 1 ? harfbuzz.Direction.RTL : harfbuzz.Direction.LTR);
  harfbuzz.shape(font, buffer);
  const positions = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map(({ codepoint }, index) => {
    const { xOffset = 0, yOffset = 0, xAdvance = 0 } = positions[index] ?? {};
    return { id: codepoint, x: xOffset, y: yOffset, advance: xAdvance };
  });
}

function pathOf(glyph: number, { font, paths }: Cut): string {
  const known = paths.get(glyph);
  if (known !== undefined) return known;
  const path = font
    .glyphToPath(glyph)
    .replaceAll(/\d+\.\d+/g, (length) => String(Math.round(Number(length))));
  paths.set(glyph, path);
  return path;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
