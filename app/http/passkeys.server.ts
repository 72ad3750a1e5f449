import type { RouterContextProvider } from "react-router";
import { z } from "zod";
import {
  findPasskey,
  notePasskeyUse,
  type PasskeyProof,
} from "#app/domain/members/passkeys.server.ts";
import { type SignedIn, startSession } from "#app/domain/members/sign-in.server.ts";
import { CHALLENGE_LIFETIME } from "./cookies.server.ts";
import { readNewPasskey, readPasskeyUse } from "./passkey-ceremony.server.ts";
import { visitorContext } from "./request-context.server.ts";
import { signInFrom } from "./sign-in.server.ts";

const base64url = z.string().regex(/^[\w-]{1,8000}$/);

const common = {
  id: base64url,
  rawId: base64url,
  type: z.literal("public-key"),
  clientExtensionResults: z.looseObject({}).catch({}),
};

const newPasskey = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string()).optional(),
  }),
});

const usedPasskey = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
});

type Context = Readonly<RouterContextProvider>;

export async function receiveNewPasskey(
  request: Request,
  context: Context,
  credential: string,
): Promise<PasskeyProof | undefined> {
  const challenge = await takeChallenge(context);
  const response = newPasskey.safeParse(parseJson(credential)).data;
  return challenge && response ? readNewPasskey(request, response, challenge) : undefined;
}

/** @param onlyMember whose passkey it must be, if that matters */
export async function signInByPasskey(
  request: Request,
  context: Context,
  credential: string,
  onlyMember?: number,
): Promise<SignedIn | undefined> {
  const challenge = await takeChallenge(context);
  const response = usedPasskey.safeParse(parseJson(credential)).data;
  const passkey = challenge && response && (await findPasskey(response.id));
  if (!passkey) return undefined;
  if (onlyMember !== undefined && passkey.memberId !== onlyMember) return undefined;
  const counter = await readPasskeyUse(request, response, challenge, passkey);
  if (counter === undefined || !(await notePasskeyUse(passkey.credentialId, counter))) {
    return undefined;
  }
  const signedIn = await startSession({ id: passkey.memberId }, await signInFrom(context));
  if (signedIn) await context.get(visitorContext).signIn(signedIn.session);
  return signedIn;
}

async function takeChallenge(context: Context): Promise<string | undefined> {
  const challenge = await context.get(visitorContext).takeChallenge();
  return challenge !== undefined && spendChallenge(challenge) ? challenge : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const spent = new Map<string, number>();

/** False when it was spent before, even if an old cookie still holds it. */
function spendChallenge(challenge: string, now = Date.now()): boolean {
  for (const [other, until] of spent) {
    if (until > now) break;
    spent.delete(other);
  }
  if (spent.has(challenge)) return false;
  spent.set(challenge, now + CHALLENGE_LIFETIME);
  return true;
}
