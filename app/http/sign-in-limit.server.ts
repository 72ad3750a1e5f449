import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { limitKey } from "./limits.server.ts";

const DURATION = 15 * 60;

/** Failed tries in 15 minutes: generous for an address, which a whole campus may share. */
const byAddress = new RateLimiterMemory({ keyPrefix: "address", points: 30, duration: DURATION });
const byBoth = new RateLimiterMemory({ keyPrefix: "both", points: 5, duration: DURATION });

// More tries than that at one handle, from wherever, and each address has fewer at it. Never none: nobody can lock
// a member out by trying from elsewhere.
const byHandle = new RateLimiterMemory({ keyPrefix: "handle", points: 20, duration: DURATION });
const FEWER = 2;

/** A try to sign in that may be made. When it succeeds it was none, and is given back. */
export type Try = { giveBack: () => Promise<void> };

/**
 * Counts a try to sign in before it is made, so that none slips past that is made at the same time.
 * @param handleKey what the handle that is tried is known under
 * @returns the try, or how many seconds to wait
 */
export async function countTry(
  address: string | undefined,
  handleKey: string,
): Promise<Try | { wait: number }> {
  const from = limitKey(address);
  const both = `${from} ${handleKey}`;
  const used: [RateLimiterMemory, string][] = [];
  const giveBack = async () => {
    for (const [limiter, key] of used) await limiter.reward(key);
  };
  try {
    for (const [limiter, key] of [[byAddress, from] as const, [byBoth, both] as const]) {
      const { consumedPoints, msBeforeNext } = await limiter.consume(key);
      used.push([limiter, key]);
      if (limiter !== byBoth || consumedPoints <= FEWER || !(await isUnderAttack(handleKey)))
        continue;
      await giveBack();
      return { wait: Math.ceil(msBeforeNext / 1000) };
    }
    used.push([byHandle, handleKey]);
    await byHandle.penalty(handleKey);
    return { giveBack };
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    await giveBack();
    return { wait: Math.ceil(refused.msBeforeNext / 1000) };
  }
}

async function isUnderAttack(handleKey: string): Promise<boolean> {
  return ((await byHandle.get(handleKey))?.consumedPoints ?? 0) > byHandle.points;
}
