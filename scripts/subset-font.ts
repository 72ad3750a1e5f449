import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";

// Printable ASCII, the accents of western European names, and the punctuation that headings use.
const ASCII = between(0x20, 0x7e);
const CHARACTERS = `${ASCII}£éèêëàâäáãåæçíîïñóòôöõøúùûüýÿßœÉÈÀÂÄÅÆÇÍÎÏÑÓÔÖØÚÜ’‘“”–—…·×`;
// All letters of Latin scripts that the typeface has, for names in pictures.
const LATIN = between(0x20, 0x24f);
const FURTHER = `${between(0x1e00, 0x1eff)}${between(0x2010, 0x2044)}₫€₺₽№™←↑→↓−×`;

function between(first: number, last: number): string {
  const codes = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return String.fromCodePoint(...codes);
}

type Cut = {
  /** A file of one of Fontsource's packages. */
  source: string;
  characters: string;
  weights: { min: number; max: number };
  file: string;
  format: "woff2" | "truetype";
  /** Whether letters change by what stands beside them. */
  isJoined?: boolean;
};

const HEADINGS = "bricolage-grotesque/files/bricolage-grotesque";
const IN_PICTURES = { weights: { min: 400, max: 700 }, format: "truetype" } as const;

const CUTS: Cut[] = [
  {
    source: `${HEADINGS}-latin`,
    characters: CHARACTERS,
    weights: { min: 600, max: 700 },
    file: "bricolage-grotesque.woff2",
    format: "woff2",
  },
  ...["latin", "latin-ext", "vietnamese"].map((part) => ({
    ...IN_PICTURES,
    source: `${HEADINGS}-${part}`,
    characters: LATIN + FURTHER,
    file: `picture-${part}.ttf`,
  })),
  {
    ...IN_PICTURES,
    source: "noto-sans/files/noto-sans-greek",
    characters: between(0x370, 0x3ff),
    file: "picture-greek.ttf",
  },
  {
    ...IN_PICTURES,
    source: "noto-sans/files/noto-sans-cyrillic",
    characters: between(0x400, 0x52f),
    file: "picture-cyrillic.ttf",
  },
  {
    ...IN_PICTURES,
    source: "noto-sans-hebrew/files/noto-sans-hebrew-hebrew",
    characters: between(0x5d0, 0x5f4),
    file: "picture-hebrew.ttf",
  },
  {
    ...IN_PICTURES,
    source: "noto-sans-arabic/files/noto-sans-arabic-arabic",
    characters: between(0x600, 0x6ff),
    file: "picture-arabic.ttf",
    isJoined: true,
  },
];

for (const { source, characters, weights, file, format, isJoined = false } of CUTS) {
  const woff2 = import.meta.resolve(`@fontsource-variable/${source}-wght-normal.woff2`);
  const target = fileURLToPath(new URL(`../app/ui/fonts/${file}`, import.meta.url));
  const subset = await subsetFont(await readFile(fileURLToPath(woff2)), characters, {
    targetFormat: format,
    variationAxes: { wght: weights },
    noLayoutClosure: !isJoined,
  });
  await writeFile(target, subset);
  console.log(`Wrote ${target}: ${subset.length} bytes.`);
}
