import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { readSettings } from "#app/db/settings.ts";
import type { PasskeyProof } from "#app/domain/members/passkeys.server.ts";
import type { SignedInMember } from "#app/domain/members/sessions.server.ts";
import { CHALLENGE_LIFETIME } from "./cookies.server.ts";

// A fifth of the site's start-up time and memory.
const passkeys = () => import("@simplewebauthn/server");

type Known = { credentialId: string; transports: string[] };

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
    // Discoverable, so that signing in needs no handle and does not reveal who has passkeys.
    authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
  });
}

export async function askForPasskey(request: Request) {
  const { generateAuthenticationOptions } = await passkeys();
  return generateAuthenticationOptions({
    rpID: siteOf(request).id,
    timeout: CHALLENGE_LIFETIME,
    userVerification: "preferred",
  });
}

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

/** The new counter, or undefined when the response does not answer the challenge. */
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

function notVerified() {
  return { verified: false, registrationInfo: undefined, authenticationInfo: undefined };
}

function siteOf(request: Request): { id: string; origin: string } {
  const url = new URL(readSettings().APP_ORIGIN ?? request.url);
  return { id: url.hostname, origin: url.origin };
}
