import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { readSettings } from "#app/db/settings.ts";
import { formTokenAge } from "./form-token.server.ts";

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

const DAY = 24 * 60 * 60;
const EVERYBODY = "everybody";
// Whoever guesses a code of four letters or more gets nowhere at ten an hour.
const WRONG_CODES_PER_HOUR = 10;

const { NEW_MEMBERS_PER_HOUR, POSTS_PER_HOUR, FIRST_POST_SECONDS } = readSettings();

const wrongCodes = new Limit(WRONG_CODES_PER_HOUR);
const newMembers = new Limit(NEW_MEMBERS_PER_HOUR);
const newMembersInDay = new Limit(3 * NEW_MEMBERS_PER_HOUR, DAY);
const newMembersOfAll = new Limit(5 * NEW_MEMBERS_PER_HOUR);
const postsOfMember = new Limit(POSTS_PER_HOUR);
// A campus shares one address.
const postsOfAddress = new Limit(10 * POSTS_PER_HOUR);

/** Counts a new member of an address. @returns the seconds until there may be one, or undefined where there may be now */
export async function countNewMember(address: string | undefined): Promise<number | undefined> {
  const key = limitKey(address);
  return (
    (await newMembers.take(key)) ??
    (await newMembersInDay.take(key)) ??
    (await newMembersOfAll.take(EVERYBODY))
  );
}

/** Counts a post of a member, and of an address. @returns the seconds until there may be one, or undefined */
export async function countPost(address: string | undefined, memberId: number | undefined) {
  const ofMember = memberId === undefined ? undefined : await postsOfMember.take(String(memberId));
  return ofMember ?? (await postsOfAddress.take(limitKey(address)));
}

/** The seconds until an address may try another joining code, or undefined where it may now. */
export function waitForJoinCode(address: string | undefined): Promise<number | undefined> {
  return wrongCodes.wait(limitKey(address));
}

/** Counts a wrong joining code of an address. */
export async function countWrongJoinCode(address: string | undefined): Promise<void> {
  await wrongCodes.take(limitKey(address));
}

/** The seconds until a form is old enough for a first post: nobody has read and filled it in sooner. Undefined when it is. */
export function waitForFirstPost(token: string, now = Date.now()): number | undefined {
  const seconds = Math.ceil(FIRST_POST_SECONDS - formTokenAge(token, now) / 1000);
  return seconds > 0 ? seconds : undefined;
}
