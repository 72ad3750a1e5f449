import { ImportError } from "./import-error.ts";

const DEEPEST = 40;
const LONGEST_TEXT = 1_000_000;
/** Characters. The border of a large park has a few hundred thousand. */
const LONGEST_VALUE = 8_000_000;

const [QUOTE, BACKSLASH] = ['"'.charCodeAt(0), "\\".charCodeAt(0)];
const OPENING = new Set(["{", "["].map((letter) => letter.charCodeAt(0)));
const CLOSING = new Set(["}", "]"].map((letter) => letter.charCodeAt(0)));

/** Watches over JSON as it streams in, so that no file of anybody's can fill the memory. */
export class JsonGuard {
  #depth = 0;
  #text = -1;
  #isEscaped = false;
  #sinceValue = 0;

  /** Throws ImportError where it nests too deep, or has no end. */
  check(part: string): void {
    this.#sinceValue += part.length;
    if (this.#sinceValue > LONGEST_VALUE) throw new ImportError("An entry in it is too long.");
    for (let at = 0; at < part.length; at += 1) {
      const code = part.charCodeAt(at);
      if (this.#text >= 0) this.#readText(code);
      else if (code === QUOTE) this.#text = 0;
      else if (OPENING.has(code)) this.#depth += 1;
      else if (CLOSING.has(code)) this.#depth -= 1;
      if (this.#depth > DEEPEST) throw new ImportError("It is nested too deeply.");
    }
  }

  /** A value was read whole: the next one may be as long. */
  valueRead(): void {
    this.#sinceValue = 0;
  }

  #readText(code: number): void {
    this.#text += 1;
    if (this.#text > LONGEST_TEXT) throw new ImportError("A text in it is too long.");
    if (this.#isEscaped) this.#isEscaped = false;
    else if (code === BACKSLASH) this.#isEscaped = true;
    else if (code === QUOTE) this.#text = -1;
  }
}
