import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { readSettings } from "#app/db/settings.ts";
import { formTokenAge } from "./form-token.server.ts";

const HOUR = 60 * 60;

export class Limit {
  readonly #limiter: RateLimiterMemory;

  /** @param seconds length of a window, from the first use */
  constructor(times: number, seconds = HOUR) {
    this.#limiter = new RateLimiterMemory({ points: times, duration: seconds });
  }

  /** @returns the seconds to wait, or undefined when it is allowed now */
  async take(key: string): Promise<number | undefined> {
    try {
      await this.#limiter.consume(key);
      return undefined;
    } catch (exceeded) {
      if (exceeded instanceof RateLimiterRes) {
        return Math.max(1, Math.ceil(exceeded.msBeforeNext / 1000));
      }
      throw exceeded;
    }
  }

  async wait(key: string): Promise<number | undefined> {
    const state = await this.#limiter.get(key);
    if (!state || state.consumedPoints < this.#limiter.points) return undefined;
    return Math.max(1, Math.ceil(state.msBeforeNext / 1000));
  }
}

/** One client may use all of an IPv6 /64 network. Unknown addresses count as one. */
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

const DAY = 24 * 60 * 60;
const EVERYBODY = "everybody";
const WRONG_CODES_PER_HOUR = 10;

const { NEW_MEMBERS_PER_HOUR, POSTS_PER_HOUR, FIRST_POST_SECONDS } = readSettings();

const wrongCodes = new Limit(WRONG_CODES_PER_HOUR);
const newMembers = new Limit(NEW_MEMBERS_PER_HOUR);
const newMembersInDay = new Limit(3 * NEW_MEMBERS_PER_HOUR, DAY);
const newMembersOfAll = new Limit(5 * NEW_MEMBERS_PER_HOUR);
const postsOfMember = new Limit(POSTS_PER_HOUR);
const postsOfAddress = new Limit(10 * POSTS_PER_HOUR);

export async function countNewMember(address: string | undefined): Promise<number | undefined> {
  const key = limitKey(address);
  return (
    (await newMembers.take(key)) ??
    (await newMembersInDay.take(key)) ??
    (await newMembersOfAll.take(EVERYBODY))
  );
}

export async function countPost(address: string | undefined, memberId: number | undefined) {
  const ofMember = memberId === undefined ? undefined : await postsOfMember.take(String(memberId));
  return ofMember ?? (await postsOfAddress.take(limitKey(address)));
}

/** Seconds. */
export function waitForJoinCode(address: string | undefined): Promise<number | undefined> {
  return wrongCodes.wait(limitKey(address));
}

export async function countWrongJoinCode(address: string | undefined): Promise<void> {
  await wrongCodes.take(limitKey(address));
}

/** Seconds until the form is old enough: nobody reads and fills it in faster. */
export function waitForFirstPost(token: string, now = Date.now()): number | undefined {
  const seconds = Math.ceil(FIRST_POST_SECONDS - formTokenAge(token, now) / 1000);
  return seconds > 0 ? seconds : undefined;
}
