import type { RouterContextProvider } from "react-router";
import { browserKind } from "#app/domain/members/browser-kind.ts";
import { handleKey } from "#app/domain/members/handle.ts";
import type { SignedInMember } from "#app/domain/members/sessions.server.ts";
import { type SignInFrom, signInByCode } from "#app/domain/members/sign-in.server.ts";
import { requestContext } from "./request-context.server.ts";
import { countTry } from "./sign-in-limit.server.ts";
import { visitorContext } from "./visitor.server.ts";

/** Why nobody was signed in: in which words, and after how many seconds to try again where that is the reason. */
type Refused = { status: number; message: string; wait?: number };

const REFUSED = "No member here has that handle together with that code. Check both";

/** Signs the visitor in by handle and recovery code, both already checked for their form. Throws TooManyWaitingError. */
export async function signInVisitor(
  context: Readonly<RouterContextProvider>,
  handle: string,
  code: string,
): Promise<{ member: SignedInMember } | Refused> {
  const { clientAddress } = context.get(requestContext);
  const counted = await countTry(clientAddress, handleKey(handle));
  if ("wait" in counted)
    return { status: 429, message: waitWords(counted.wait), wait: counted.wait };
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

/** Where the visitor signs in. */
export async function signInFrom(context: Readonly<RouterContextProvider>): Promise<SignInFrom> {
  const visitor = context.get(visitorContext);
  return { browser: browserKind(visitor.userAgent()), endedToken: await visitor.sessionToken() };
}

function waitWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return `There were too many tries. Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}`;
}
