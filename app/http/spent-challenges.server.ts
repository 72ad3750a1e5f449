import { CHALLENGE_LIFETIME } from "./cookies.server.ts";

const spent = new Map<string, number>();

/** Takes a challenge that is to be answered once. False when it was taken before, whatever cookie says that it is still open. */
export function spendChallenge(challenge: string, now = Date.now()): boolean {
  for (const [other, until] of spent) {
    if (until > now) break;
    spent.delete(other);
  }
  if (spent.has(challenge)) return false;
  spent.set(challenge, now + CHALLENGE_LIFETIME);
  return true;
}
