import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { RouterContextProvider } from "react-router";
import { browserKind } from "#app/domain/members/browser-kind.ts";
import { handleKey } from "#app/domain/members/handle.ts";
import type { SignedInMember } from "#app/domain/members/sessions.server.ts";
import { type SignInFrom, signInByCode } from "#app/domain/members/sign-in.server.ts";
import { limitKey } from "./limits.server.ts";
import { requestContext } from "./request-context.server.ts";
import { visitorContext } from "./visitor.server.ts";

/** `wait` is in seconds. */
type Refused = { status: number; message: string; wait?: number };

const REFUSED = "No member here has that handle together with that code. Check both";

/** Throws TooManyWaitingError. */
export async function signInVisitor(
  context: Readonly<RouterContextProvider>,
  handle: string,
  code: string,
): Promise<{ member: SignedInMember } | Refused> {
  const { clientAddress } = context.get(requestContext);
  const counted = await countTry(clientAddress, handleKey(handle));
  if ("wait" in counted) {
    return { status: 429, message: waitWords(counted.wait), wait: counted.wait };
  }
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

function waitWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return `There were too many tries. Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}`;
}

const DURATION = 15 * 60;

/** Per 15 minutes. A whole campus may share an address. */
const byAddress = new RateLimiterMemory({ keyPrefix: "address", points: 30, duration: DURATION });
const byBoth = new RateLimiterMemory({ keyPrefix: "both", points: 5, duration: DURATION });

// Never none: nobody can lock a member out from elsewhere.
const byHandle = new RateLimiterMemory({ keyPrefix: "handle", points: 20, duration: DURATION });
const FEWER = 2;

export type Try = { giveBack: () => Promise<void> };

/** Counts before the try is made, so that concurrent tries cannot slip past. `wait` is in seconds. */
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
      if (limiter !== byBoth || consumedPoints <= FEWER || !(await isUnderAttack(handleKey))) {
        continue;
      }
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
