import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { readSettings } from "#app/db/settings.ts";
import type { PasskeyProof } from "#app/domain/members/passkeys.server.ts";
import type { SignedInMember } from "#app/domain/members/sessions.server.ts";
import { CHALLENGE_LIFETIME } from "./cookies.server.ts";

// A fifth of the time and memory that the whole site starts with, for what few visits need.
const passkeys = () => import("@simplewebauthn/server");

type Known = { credentialId: string; transports: string[] };

/** What a browser is asked for to make a passkey for a member. @param known those that they have, not to be made again */
export async function askForNewPasskey(
  request: Request,
  siteName: string,
  member: SignedInMember,
  known: Known[],
) {
  const { generateRegistrationOptions } = await passkeys();
  return generateRegistrationOptions({
    rpName: siteName,
    rpID: siteOf(request).id,
    userName: member.handle,
    userID: new TextEncoder().encode(`member ${member.id}`),
    timeout: CHALLENGE_LIFETIME,
    excludeCredentials: known.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports,
    })),
    // Kept on the authenticator, so that signing in asks for no handle and tells nobody who has passkeys.
    authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
  });
}

/** What a browser is asked for to sign in by any passkey that it has for this site. */
export async function askForPasskey(request: Request) {
  const { generateAuthenticationOptions } = await passkeys();
  return generateAuthenticationOptions({
    rpID: siteOf(request).id,
    timeout: CHALLENGE_LIFETIME,
    userVerification: "preferred",
  });
}

/** The new passkey in a browser's answer, or undefined when it does not answer the challenge of this site. */
export async function readNewPasskey(
  request: Request,
  response: RegistrationResponseJSON,
  challenge: string,
): Promise<PasskeyProof | undefined> {
  const { verifyRegistrationResponse } = await passkeys();
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response,
    ...expected(request, challenge),
  }).catch(notVerified);
  if (!verified || !registrationInfo) return undefined;
  const { id, publicKey, counter } = registrationInfo.credential;
  const transports = (response.response.transports ?? [])
    .filter((name) => /^[a-z-]{1,20}$/.test(name))
    .slice(0, 8);
  return { credentialId: id, publicKey, counter, transports };
}

/** The passkey's counter after it answered the challenge of this site, or undefined when it did not. */
export async function readPasskeyUse(
  request: Request,
  response: AuthenticationResponseJSON,
  challenge: string,
  { credentialId, publicKey, counter }: PasskeyProof,
): Promise<number | undefined> {
  const { verifyAuthenticationResponse } = await passkeys();
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    credential: { id: credentialId, publicKey, counter },
    ...expected(request, challenge),
  }).catch(notVerified);
  return verified ? authenticationInfo?.newCounter : undefined;
}

function expected(request: Request, expectedChallenge: string) {
  const { id, origin } = siteOf(request);
  return {
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: false,
  };
}

// The library throws for whatever is wrong with an answer, and an answer comes from outside.
function notVerified() {
  return { verified: false, registrationInfo: undefined, authenticationInfo: undefined };
}

/** What passkeys are bound to: the site's own address where the operator says it, else the one it was visited at. */
function siteOf(request: Request): { id: string; origin: string } {
  const url = new URL(readSettings().APP_ORIGIN ?? request.url);
  return { id: url.hostname, origin: url.origin };
}
