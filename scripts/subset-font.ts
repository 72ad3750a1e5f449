import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";

// Printable ASCII, the accents of western European names, and the punctuation that headings use.
const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join("");
const CHARACTERS = `${ASCII}£éèêëàâäáãåæçíîïñóòôöõøúùûüýÿßœÉÈÀÂÄÅÆÇÍÎÏÑÓÔÖØÚÜ’‘“”–—…·×`;

const source = import.meta.resolve(
  "@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2",
);
const target = new URL("../app/ui/fonts/bricolage-grotesque.woff2", import.meta.url);

const subset = await subsetFont(await readFile(fileURLToPath(source)), CHARACTERS, {
  targetFormat: "woff2",
  variationAxes: { wght: { min: 600, max: 700 } },
  noLayoutClosure: true,
});
await writeFile(target, subset);
console.log(`Wrote ${fileURLToPath(target)}: ${subset.length} bytes.`);
