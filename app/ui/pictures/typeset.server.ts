import * as harfbuzz from "harfbuzzjs";
import latin from "../fonts/picture-latin.ttf?inline";
import latinExtended from "../fonts/picture-latin-ext.ttf?inline";
import vietnamese from "../fonts/picture-vietnamese.ttf?inline";

/** A machine without fonts draws outlines as one with them does. */
export type Outlines = { svg: string; width: number };

export type Weight = 400 | 600 | 700;

type Cut = { font: harfbuzz.Font; unitsPerEm: number };

const FACES = [latin, latinExtended, vietnamese].map((url) => {
  const bytes = Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
  return new harfbuzz.Face(new harfbuzz.Blob(new Uint8Array(bytes)));
});

const CUTS = new Map<Weight, Cut[]>();

/** Undrawable letters, such as emoji, are left out. `svg` starts on the baseline at 0, 0; lengths are pixels. */
export function outline(text: string, size: number, weight: Weight): Outlines {
  let width = 0;
  let svg = "";
  for (const { cut, words } of runsOf(drawable(text), weight)) {
    const scale = size / cut.unitsPerEm;
    for (const glyph of shape(words, cut)) {
      const x = round(width / scale + glyph.x);
      if (glyph.path !== "") {
        svg += `<path transform="scale(${round(scale)} ${round(-scale)}) translate(${x} ${glyph.y})" d="${glyph.path}"/>`;
      }
      width += glyph.advance * scale;
    }
  }
  return { svg, width };
}

/** The text as far as the typeface has it, on one line. */
export function drawable(text: string): string {
  return [...text.normalize("NFC")]
    .map((letter) => (/\s/.test(letter) ? " " : letter))
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
    return { font, unitsPerEm: face.upem };
  });
  CUTS.set(weight, cuts);
  return cuts;
}

function cutFor(letter: string, weight: Weight): Cut | undefined {
  const code = letter.codePointAt(0) ?? 0;
  return cutsOf(weight).find(({ font }) => font.nominalGlyph(code) !== undefined);
}

function runsOf(text: string, weight: Weight): { cut: Cut; words: string }[] {
  const runs: { cut: Cut; words: string }[] = [];
  for (const letter of text) {
    const cut = cutFor(letter, weight);
    const last = runs.at(-1);
    if (last && last.cut === cut) last.words += letter;
    else if (cut) runs.push({ cut, words: letter });
  }
  return runs;
}

/** In units of the font. */
type PlacedGlyph = { path: string; x: number; y: number; advance: number };

function shape(words: string, { font }: Cut): PlacedGlyph[] {
  const buffer = new harfbuzz.Buffer();
  buffer.addText(words);
  buffer.guessSegmentProperties();
  harfbuzz.shape(font, buffer);
  const positions = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map(({ codepoint }, index) => {
    const { xOffset = 0, yOffset = 0, xAdvance = 0 } = positions[index] ?? {};
    return { path: font.glyphToPath(codepoint), x: xOffset, y: yOffset, advance: xAdvance };
  });
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
