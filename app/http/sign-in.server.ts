import { setTimeout as pause } from "node:timers/promises";
import type { RouterContextProvider } from "react-router";
import { handleKey } from "#app/domain/members/handle.ts";
import type { SignedInMember } from "#app/domain/members/sessions.server.ts";
import { browserKind } from "#app/domain/members/sessions.server.ts";
import { type SignInFrom, signInByCode } from "#app/domain/members/sign-in.server.ts";
import { Limit, limitsOfNetworks, networksOf } from "./limits.server.ts";
import { requestContext, visitorContext } from "./request-context.server.ts";

/** `wait` is in seconds. */
type Refused = { status: number; message: string; wait?: number };

const REFUSED = "No member here has that handle together with that code. Check both";

const HUNG_UP = "The connection ended before the code was looked at. Press the button again";

/** Throws BusyError. */
export async function signInVisitor(
  context: Readonly<RouterContextProvider>,
  handle: string,
  code: string,
): Promise<{ member: SignedInMember } | Refused> {
  const { clientAddress, signal } = context.get(requestContext);
  const counted = await countTry(clientAddress, handleKey(handle));
  if ("wait" in counted) {
    return { status: 429, message: waitWords(counted.wait), wait: counted.wait };
  }
  if (!(await haveWaited(counted.delay, signal))) return { status: 408, message: HUNG_UP };
  const isBusy = async (error: unknown) => {
    await counted.giveBack();
    throw error;
  };
  const signedIn = await signInByCode(handle, code, await signInFrom(context)).catch(isBusy);
  if (!signedIn) return { status: 400, message: REFUSED };
  await counted.giveBack();
  await context.get(visitorContext).signIn(signedIn.session);
  return { member: signedIn.member };
}

export async function signInFrom(context: Readonly<RouterContextProvider>): Promise<SignInFrom> {
  const visitor = context.get(visitorContext);
  return { browser: browserKind(visitor.userAgent()), endedToken: await visitor.sessionToken() };
}

/** False when they hung up meanwhile. */
async function haveWaited(milliseconds: number, signal: AbortSignal | undefined): Promise<boolean> {
  if (milliseconds > 0) await pause(milliseconds, undefined, { signal }).catch(() => {});
  return signal?.aborted !== true;
}

function waitWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return `There were too many tries. Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}`;
}

const WINDOW = { seconds: 15 * 60 };

/** Per 15 minutes. */
const byBoth = limitsOfNetworks(5, { ...WINDOW, keptAs: "sign-in-by-both" });

// A whole campus may share an address: beyond this it is slowed down, and nobody is locked out.
const byAddress = limitsOfNetworks(30, { ...WINDOW, keptAs: "sign-in-by-address" });

// Never none: nobody can lock a member out from elsewhere.
const byHandle = new Limit(20, { ...WINDOW, keptAs: "sign-in-by-handle" });
const FEWER = 2;

// Milliseconds.
const FIRST_DELAY = 50;
const LONGEST_DELAY = 4000;

type Try = {
  /** Milliseconds to wait before the code is looked at. */
  delay: number;
  giveBack: () => Promise<void>;
};

/** Counts before the try is made, so that concurrent tries cannot slip past. `wait` is in seconds. */
export async function countTry(
  address: string | undefined,
  handleKey: string,
): Promise<Try | { wait: number }> {
  const networks = networksOf(address);
  const both = networks.map(({ key, share }) => ({
    limit: byBoth[share],
    key: `${key} ${handleKey}`,
  }));
  const used: { limit: Limit | undefined; key: string }[] = [{ limit: byHandle, key: handleKey }];
  const giveBack = async () => {
    for (const { limit, key } of used) await limit?.giveBack(key);
  };
  const isUnderAttack = (await byHandle.add(handleKey)).count > byHandle.times;
  for (const { limit, key } of both) {
    if (!limit) continue;
    used.push({ limit, key });
    const { count, wait } = await limit.add(key);
    const isOver = count > limit.times;
    const isFewer = key === both[0]?.key && count > FEWER && isUnderAttack;
    if (!isOver && !isFewer) continue;
    await giveBack();
    return { wait };
  }
  let delay = 0;
  for (const { key, share } of networks) {
    const limit = byAddress[share];
    if (!limit) continue;
    used.push({ limit, key });
    delay = Math.max(delay, delayAfter((await limit.add(key)).count - limit.times, share));
  }
  return { delay, giveBack };
}

/** Twice as long after each ten tries beyond the limit. */
function delayAfter(beyond: number, share: number): number {
  if (beyond <= 0) return 0;
  return Math.min(LONGEST_DELAY, Math.round(FIRST_DELAY * 2 ** (beyond / (10 * share))));
}
