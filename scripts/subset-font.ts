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
  part: "latin" | "latin-ext" | "vietnamese";
  characters: string;
  weights: { min: number; max: number };
  file: string;
  format: "woff2" | "truetype";
};

const IN_PICTURES = {
  characters: LATIN + FURTHER,
  weights: { min: 400, max: 700 },
  format: "truetype",
} as const;

const CUTS: Cut[] = [
  {
    part: "latin",
    characters: CHARACTERS,
    weights: { min: 600, max: 700 },
    file: "bricolage-grotesque.woff2",
    format: "woff2",
  },
  { ...IN_PICTURES, part: "latin", file: "picture-latin.ttf" },
  { ...IN_PICTURES, part: "latin-ext", file: "picture-latin-ext.ttf" },
  { ...IN_PICTURES, part: "vietnamese", file: "picture-vietnamese.ttf" },
];

for (const { part, characters, weights, file, format } of CUTS) {
  const source = import.meta.resolve(
    `@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-${part}-wght-normal.woff2`,
  );
  const target = fileURLToPath(new URL(`../app/ui/fonts/${file}`, import.meta.url));
  const subset = await subsetFont(await readFile(fileURLToPath(source)), characters, {
    targetFormat: format,
    variationAxes: { wght: weights },
    noLayoutClosure: true,
  });
  await writeFile(target, subset);
  console.log(`Wrote ${target}: ${subset.length} bytes.`);
}
