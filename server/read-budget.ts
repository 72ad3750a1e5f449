import pLimit, { type LimitFunction } from "p-limit";
import { BurstyRateLimiter, RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Seconds. */
export type Wait = { wait: number };

/** Seconds of the budget that a network may spend ahead each minute: a whole campus may share an address. */
const BURST_SECONDS = 15;
const MINUTE = 60;

// Of one network. Others' pages are made between its own.
const AT_ONCE = 4;
const MOST_WAITING = 100;
// Of all: a page that is being made takes memory, one that waits next to none. One thread makes them, so that none is later.
const AT_ONCE_OF_ALL = 12;

/** How many pages that are not kept are made for one network; kept ones are not counted. */
export class ReadBudget {
  readonly #limiter: BurstyRateLimiter | undefined;
  readonly #turns = new Map<string, LimitFunction>();
  readonly #turnsOfAll = pLimit(AT_ONCE_OF_ALL);

  /** @param perSecond in the long run; 0 for no limit */
  constructor(perSecond: number) {
    if (perSecond === 0) return;
    this.#limiter = new BurstyRateLimiter(
      new RateLimiterMemory({ keyPrefix: "steady", points: perSecond, duration: 1 }),
      new RateLimiterMemory({
        keyPrefix: "burst",
        points: BURST_SECONDS * perSecond,
        duration: MINUTE,
      }),
    );
  }

  /** Makes a page in the network's turn, or says how long to wait. */
  async spend<Made>(network: string, make: () => Promise<Made>): Promise<{ made: Made } | Wait> {
    if (!this.#limiter) return { made: await this.#turnsOfAll(make) };
    const turns = this.#turns.get(network) ?? pLimit(AT_ONCE);
    if (turns.pendingCount >= MOST_WAITING) return { wait: 1 };
    this.#turns.set(network, turns);
    try {
      return await turns(async () => {
        const refused = await this.take(network);
        return refused ?? { made: await this.#turnsOfAll(make) };
      });
    } finally {
      if (turns.activeCount + turns.pendingCount === 0) this.#turns.delete(network);
    }
  }

  /** Counts without a turn: what a slow client sends would keep others waiting. */
  async take(network: string): Promise<Wait | undefined> {
    try {
      await this.#limiter?.consume(network);
      return undefined;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return { wait: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) };
    }
  }
}
