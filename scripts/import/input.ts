import { createReadStream, statSync } from "node:fs";
import { basename } from "node:path";
import { stdin } from "node:process";
import { ImportError } from "./import-error.ts";

export type Input = { name: string; text: AsyncIterable<string> };

/** @param path "-" reads what is piped in */
export function openInput(path: string): Input {
  if (path === "-") return { name: "standard input", text: decode(stdin) };
  const file = statSync(path, { throwIfNoEntry: false });
  if (!file?.isFile()) throw new ImportError(`There is no file ${path}.`);
  if (file.size === 0) throw new ImportError(`${path} is empty.`);
  return { name: basename(path), text: decode(createReadStream(path)) };
}

/** Throws ImportError where the bytes are not UTF-8. A byte order mark is left out. */
async function* decode(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let position = 0;
  try {
    for await (const chunk of bytes) {
      yield decoder.decode(chunk, { stream: true });
      position += chunk.length;
    }
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ImportError(
      `This is not UTF-8 text (near byte ${position}). Save the file as UTF-8 and try again.`,
    );
  }
}
