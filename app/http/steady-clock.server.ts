import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";

const DAY = 24 * 60 * 60 * 1000;
const LONGEST_STEP = 2 * DAY;
const PAUSE = DAY;

/** Milliseconds since 1970, by the machine's clock. */
const seenSchema = z.object({ at: z.number(), pausedUntil: z.number() });

/**
 * Distrusts the machine's clock for a day after it moved by more than two days, ahead or back, also while the site was not
 * running. A clock that was right by then is only believed a day late.
 */
export class SteadyClock {
  readonly #file: string;
  #seen: z.infer<typeof seenSchema> | undefined;

  /** @param file remembers what the clock said last */
  constructor(file: string) {
    this.#file = file;
    this.#seen = readSeen(file);
  }

  /** Whether what is due at this time may be forgotten. Ask every few minutes. */
  isSteady(now: Date): boolean {
    const at = now.getTime();
    const { at: last, pausedUntil } = this.#seen ?? { at, pausedUntil: 0 };
    const hasMoved = Math.abs(at - last) > LONGEST_STEP;
    this.#seen = { at, pausedUntil: hasMoved ? at + PAUSE : pausedUntil };
    try {
      writeFileSync(this.#file, JSON.stringify(this.#seen));
    } catch {
      // A full or read-only disk: the next start trusts the time that was written last.
    }
    return at >= this.#seen.pausedUntil;
  }
}

function readSeen(file: string) {
  try {
    return seenSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
}
