import { createWriteStream, rmSync, type WriteStream } from "node:fs";
import { finished } from "node:stream/promises";

/** The rows of a file that could not be used, written beside the database, one in a line. */
export class Refusals {
  readonly file: string;
  readonly #row: string;
  size = 0;
  /** Rows of which a part was left out. */
  noted = 0;
  first: string | undefined;
  #stream: WriteStream | undefined;

  /** @param row what the file's parts are called */
  constructor(file: string, row = "line") {
    this.file = file;
    this.#row = row;
    rmSync(file, { force: true });
  }

  add({ line, problem }: { line: number; problem: string }): void {
    const text = `${this.#row} ${line}: ${problem}`;
    this.first ??= text;
    this.size += 1;
    this.#write(text);
  }

  /** The row is used, but for what the words say. */
  note(line: number, words: string): void {
    this.noted += 1;
    this.#write(`${this.#row} ${line}: ${words}`);
  }

  #write(text: string): void {
    this.#stream ??= createWriteStream(this.file, { flags: "a" });
    this.#stream.write(`${text}\n`);
  }

  async close(): Promise<void> {
    if (!this.#stream) return;
    const stream = this.#stream;
    this.#stream = undefined;
    stream.end();
    await finished(stream);
  }
}
