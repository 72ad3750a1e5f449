import { availableParallelism } from "node:os";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import pLimit from "p-limit";

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

// Brotli of quality 8 takes 6 MB for a page of 72 kB: 200 at once took 1.6 GB.
const turns = pLimit(Math.max(2, availableParallelism()));

// Measured on a page of 72 kB: 2 ms against 8, for 3 % more bytes.
const QUALITY = { once: 5, often: 8 };

/** @param sent how often this body is sent: a page that is kept is worth more time */
export function compress(
  body: Buffer,
  encoding: "br" | "gzip",
  sent: keyof typeof QUALITY,
): Promise<Buffer> {
  return turns(() =>
    encoding === "br" ? compressBrotli(body, brotliOptions(body, sent)) : compressGzip(body),
  );
}

function brotliOptions({ byteLength }: Buffer, sent: keyof typeof QUALITY) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: QUALITY[sent],
    [constants.BROTLI_PARAM_LGWIN]: windowFor(byteLength),
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: byteLength,
  };
  return { params };
}

/** The smallest that holds the whole page: brotli's default of 22 would take 16 MB a stream. */
function windowFor(bytes: number): number {
  const bits = Math.ceil(Math.log2(bytes + 16));
  return Math.min(Math.max(bits, constants.BROTLI_MIN_WINDOW_BITS), 18);
}
