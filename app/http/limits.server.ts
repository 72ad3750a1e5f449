import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

const HOUR = 60 * 60;

/** How often something may be done, counted in this process. Each limit counts for itself. */
export class Limit {
  readonly #limiter: RateLimiterMemory;

  /** @param times how often in a window @param seconds how long a window is from the first time */
  constructor(times: number, seconds = HOUR) {
    this.#limiter = new RateLimiterMemory({ points: times, duration: seconds });
  }

  /** Counts that somebody does it. @returns the seconds until they may again, or undefined where they may now */
  async take(key: string): Promise<number | undefined> {
    try {
      await this.#limiter.consume(key);
      return undefined;
    } catch (exceeded) {
      if (exceeded instanceof RateLimiterRes)
        return Math.max(1, Math.ceil(exceeded.msBeforeNext / 1000));
      throw exceeded;
    }
  }

  /** The seconds until somebody may do it again, or undefined where they may now. Nothing is counted. */
  async wait(key: string): Promise<number | undefined> {
    const state = await this.#limiter.get(key);
    if (!state || state.consumedPoints < this.#limiter.points) return undefined;
    return Math.max(1, Math.ceil(state.msBeforeNext / 1000));
  }
}

/**
 * Whose address it is, as far as limits go: whoever has one IPv6 address has all 2^64 of its network. Where the host does
 * not tell, everybody is the same.
 */
export function limitKey(address: string | undefined): string {
  if (!address?.includes(":")) return address ?? "unknown";
  const [before = "", after] = address.toLowerCase().split("%")[0]?.split("::") ?? [];
  const start = before.split(":").filter(Boolean);
  const end = (after ?? "").split(":").filter(Boolean);
  const missing = after === undefined ? 0 : Math.max(0, 8 - start.length - end.length);
  const groups = [...start, ...Array<string>(missing).fill("0"), ...end];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
