import { createHmac } from "node:crypto";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { readSettings } from "#app/db/settings.ts";
import type { LimitCount } from "#app/domain/members/limit-counts.server.ts";
import { isJoinCode } from "#app/domain/site/site.server.ts";
import { formTokenAge } from "./form-token.server.ts";

const HOUR = 60 * 60;

type LimitOptions = {
  /** Length of a window, from the first use. */
  seconds?: number;
  /** Under this name the counts survive a restart. */
  keptAs?: string;
};

const MOST_CHANGED = 5000;

/** What is to be written for a restart, and what reads it then: see kept-counts.server.ts. */
export const changedCounts = new Map<string, LimitCount>();
export const keptLimits = new Map<string, Limit>();

/** The database names nobody; without SESSION_SECRET, who has it could still try out all addresses. */
function hashKey(limitName: string, key: string): string {
  return createHmac("sha256", readSettings().SESSION_SECRET ?? "")
    .update(`${limitName}:${key}`)
    .digest("base64url");
}

export class Limit {
  readonly times: number;
  readonly #limiter: RateLimiterMemory;
  readonly #keptAs: string | undefined;

  constructor(times: number, { seconds = HOUR, keptAs }: LimitOptions = {}) {
    this.times = times;
    this.#limiter = new RateLimiterMemory({ points: times, duration: seconds });
    this.#keptAs = keptAs;
    if (keptAs !== undefined) keptLimits.set(keptAs, this);
  }

  /** @returns the seconds to wait, or undefined when it is allowed now */
  async take(key: string): Promise<number | undefined> {
    const { count, wait } = await this.add(key);
    return count > this.times ? wait : undefined;
  }

  /** Counts without a limit: how often it was, and the seconds until that is forgotten. */
  async add(key: string): Promise<{ count: number; wait: number }> {
    return this.#note(key, await this.#limiter.penalty(this.#keyOf(key)));
  }

  async giveBack(key: string): Promise<void> {
    this.#note(key, await this.#limiter.reward(this.#keyOf(key)));
  }

  async wait(key: string): Promise<number | undefined> {
    const state = await this.#limiter.get(this.#keyOf(key));
    return state && state.consumedPoints >= this.times ? secondsOf(state) : undefined;
  }

  async count(key: string): Promise<number> {
    return (await this.#limiter.get(this.#keyOf(key)))?.consumedPoints ?? 0;
  }

  /** As it was before a restart. */
  async restore({ keyHash, count, until }: LimitCount, now: Date): Promise<void> {
    await this.#limiter.set(keyHash, count, (until.getTime() - now.getTime()) / 1000);
  }

  #keyOf(key: string): string {
    return this.#keptAs === undefined ? key : hashKey(this.#keptAs, key);
  }

  #note(key: string, state: RateLimiterRes): { count: number; wait: number } {
    const count = state.consumedPoints;
    if (this.#keptAs !== undefined && changedCounts.size < MOST_CHANGED) {
      const keyHash = this.#keyOf(key);
      changedCounts.set(`${this.#keptAs} ${keyHash}`, {
        limitName: this.#keptAs,
        keyHash,
        count: Math.max(0, count),
        until: new Date(Date.now() + state.msBeforeNext),
      });
    }
    return { count, wait: secondsOf(state) };
  }
}

function secondsOf({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}

/** One client may use all of an IPv6 /64 network. Unknown addresses count as one. */
export function limitKey(address: string | undefined): string {
  return networksOf(address)[0]?.key ?? "unknown";
}

/** Networks that may be one visitor's, with how many times as much as one address each of them may do. */
type Network = { key: string; share: number };

/** Providers give away IPv6 networks of 64, 56 and 48 bits: each counts, the larger ones for more people. */
export function networksOf(address: string | undefined): Network[] {
  if (!address?.includes(":")) return [{ key: address || "unknown", share: 1 }];
  const groups = groupsOf(address);
  const [first = "0", second = "0", third = "0", fourth = "0"] = groups;
  const of48 = [first, second, third].join(":");
  const of56 = `${of48}:${fourth.padStart(4, "0").slice(0, 2)}`;
  return [
    { key: `${of48}:${fourth}`, share: 1 },
    { key: `${of56}/56`, share: 2 },
    { key: `${of48}/48`, share: 4 },
  ];
}

function groupsOf(address: string): string[] {
  const [before = "", after] = address.toLowerCase().split("%")[0]?.split("::") ?? [];
  const start = before.split(":").filter(Boolean);
  const end = (after ?? "").split(":").filter(Boolean);
  const missing = after === undefined ? 0 : Math.max(0, 8 - start.length - end.length);
  const groups = [...start, ...Array<string>(missing).fill("0"), ...end];
  return groups.map((group) => group.replace(/^0+(?=.)/, ""));
}

/** The seconds to wait, if one of the networks has taken its share. */
async function takeOfNetworks(
  limits: Record<number, Limit>,
  address: string | undefined,
): Promise<number | undefined> {
  let wait: number | undefined;
  for (const { key, share } of networksOf(address)) wait ??= await limits[share]?.take(key);
  return wait;
}

/** A limit for each size of network. */
export function limitsOfNetworks(times: number, options: LimitOptions = {}): Record<number, Limit> {
  const limitOf = (share: number) =>
    new Limit(share * times, {
      ...options,
      ...(options.keptAs === undefined ? {} : { keptAs: `${options.keptAs}-${share}` }),
    });
  return { 1: limitOf(1), 2: limitOf(2), 4: limitOf(4) };
}

const DAY = 24 * 60 * 60;
const EVERYBODY = "everybody";

const { NEW_MEMBERS_PER_HOUR, POSTS_PER_HOUR, FIRST_POST_SECONDS } = readSettings();

const newMembers = limitsOfNetworks(NEW_MEMBERS_PER_HOUR, { keptAs: "new-members" });
const newMembersInDay = limitsOfNetworks(3 * NEW_MEMBERS_PER_HOUR, {
  seconds: DAY,
  keptAs: "new-members-in-a-day",
});
const newMembersOfAll = new Limit(5 * NEW_MEMBERS_PER_HOUR, { keptAs: "new-members-of-all" });
const postsOfMember = new Limit(POSTS_PER_HOUR);
const postsOfAddress = new Limit(10 * POSTS_PER_HOUR);

export async function countNewMember(address: string | undefined): Promise<number | undefined> {
  return (
    (await takeOfNetworks(newMembers, address)) ??
    (await takeOfNetworks(newMembersInDay, address)) ??
    (await newMembersOfAll.take(EVERYBODY))
  );
}

export async function countPost(address: string | undefined, memberId: number | undefined) {
  const ofMember = memberId === undefined ? undefined : await postsOfMember.take(String(memberId));
  return ofMember ?? (await postsOfAddress.take(limitKey(address)));
}

/** Seconds until the form is old enough: nobody reads and fills it in faster. */
export function waitForFirstPost(token: string, now = Date.now()): number | undefined {
  const seconds = Math.ceil(FIRST_POST_SECONDS - formTokenAge(token, now) / 1000);
  return seconds > 0 ? seconds : undefined;
}

/** `wait` is in seconds. A code that is to wait was not looked at. */
type JoinCodeTry =
  | { kind: "right" }
  | { kind: "wrong"; wait?: number }
  | { kind: "later"; wait: number };

// Per hour, of one network and of all.
const wrongCodes = limitsOfNetworks(10, { keptAs: "wrong-codes" });
const wrongCodesOfAll = new Limit(100, { keptAs: "wrong-codes-of-all" });

/** While it is being guessed at, one code every two seconds is looked at from those who guess, and one from the others. */
const whileGuessed = new Limit(1, { seconds: 2 });

/** The right code is never refused: while many guess it may have to be sent again. */
export async function tryJoinCode(code: string, address: string | undefined): Promise<JoinCodeTry> {
  // Counted before it is looked at, so that tries at once cannot slip past.
  const { count } = await wrongCodesOfAll.add(EVERYBODY);
  if (count > wrongCodesOfAll.times) {
    const wait = await whileGuessed.take((await hasGuessed(address)) ? "guessers" : "others");
    if (wait !== undefined) {
      await wrongCodesOfAll.giveBack(EVERYBODY);
      return { kind: "later", wait };
    }
  }
  if (isJoinCode(code)) {
    await wrongCodesOfAll.giveBack(EVERYBODY);
    return { kind: "right" };
  }
  const wait = await takeOfNetworks(wrongCodes, address);
  return wait === undefined ? { kind: "wrong" } : { kind: "wrong", wait };
}

async function hasGuessed(address: string | undefined): Promise<boolean> {
  for (const { key, share } of networksOf(address)) {
    if (((await wrongCodes[share]?.count(key)) ?? 0) > 0) return true;
  }
  return false;
}
