import { readSettings } from "#app/db/settings.ts";
import { formTokenAge } from "./form-token.server.ts";
import { Limit, limitKey } from "./limits.server.ts";

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
