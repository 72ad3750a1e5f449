import type { RouterContextProvider } from "react-router";
import { readSettings } from "#app/db/settings.ts";
import { Limit, limitKey } from "./limits.server.ts";
import { requestContext, visitorContext } from "./request-context.server.ts";

const { POSTS_PER_HOUR } = readSettings();

/** What is no post but can be pressed all the same: how often an hour. */
const LIMITS = {
  "new-code": new Limit(5),
  confirm: new Limit(20),
  passkeys: new Limit(20),
  profile: new Limit(20),
  sessions: new Limit(60),
  lists: new Limit(10 * POSTS_PER_HOUR),
  votes: new Limit(10 * POSTS_PER_HOUR),
  "news-seen": new Limit(60),
  "code-kept": new Limit(60),
} as const;

// Nobody is signed in yet, and a campus may share the address.
const OF_NETWORK = {
  "passkey-sign-in": new Limit(3000),
  "passkey-challenge": new Limit(3000),
};

export type LimitedAction = keyof typeof LIMITS | keyof typeof OF_NETWORK;

/** By member, or by network where nobody is signed in. @returns the seconds to wait, or undefined when it is allowed now */
export async function countAction(
  action: LimitedAction,
  context: Readonly<RouterContextProvider>,
): Promise<number | undefined> {
  const network = limitKey(context.get(requestContext).clientAddress);
  if (action === "passkey-sign-in" || action === "passkey-challenge") {
    return OF_NETWORK[action].take(network);
  }
  const member = await context.get(visitorContext).member();
  return LIMITS[action].take(member === undefined ? `network ${network}` : `member ${member.id}`);
}
