import { stdout } from "node:process";
import { countOf } from "../../app/domain/text/counting.ts";

const STEP = 10_000;
const LINE = 100_000;

/** How many rows are read: one line that changes on a terminal, and a line now and then elsewhere. */
export class Progress {
  #rows = 0;

  count(): void {
    this.#rows += 1;
    const text = `${countOf(this.#rows, "row")} read …`;
    if (stdout.isTTY && this.#rows % STEP === 0) stdout.write(`\r${text}`);
    if (!stdout.isTTY && this.#rows % LINE === 0) console.log(text);
  }

  end(): void {
    if (stdout.isTTY && this.#rows >= STEP) stdout.write("\r\u001b[K");
  }
}
