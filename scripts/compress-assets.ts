import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

// The last step of `npm run build`: assets are compressed once, at the highest level.
const FOLDER = "build/client";
const TEXT = /\.(?:js|css|svg|json|txt|webmanifest)$/;
const WORTH_COMPRESSING = 1000;

for (const name of readdirSync(FOLDER, { encoding: "utf8", recursive: true })) {
  const file = join(FOLDER, name);
  if (!TEXT.test(name) || name.startsWith(".") || !statSync(file).isFile()) continue;
  const content = readFileSync(file);
  if (content.byteLength < WORTH_COMPRESSING) continue;
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength };
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
}
