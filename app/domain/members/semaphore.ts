/** Raised when too many wait for their turn. The request may be sent again later. */
export class TooManyWaitingError extends Error {}

/** Lets a few jobs run at once and some more wait in a row, so that what they need of memory has a bound. */
export class Semaphore {
  readonly #most: number;
  readonly #mostWaiting: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor({ most, mostWaiting }: { most: number; mostWaiting: number }) {
    this.#most = most;
    this.#mostWaiting = mostWaiting;
  }

  /** Runs the job when it is its turn, and returns or throws what it does. Throws TooManyWaitingError. */
  async run<Result>(job: () => Promise<Result>): Promise<Result> {
    if (this.#running >= this.#most) {
      if (this.#waiting.length >= this.#mostWaiting)
        throw new TooManyWaitingError("Too many wait for their turn.");
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else {
      this.#running += 1;
    }
    try {
      return await job();
    } finally {
      const next = this.#waiting.shift();
      // Whoever is next takes this one's place.
      if (next) next();
      else this.#running -= 1;
    }
  }
}
