import { createCookie } from "react-router";
import { z } from "zod";
import { SESSION_DAYS, sessionId } from "#app/domain/members/sessions.server.ts";
import { seal, signingSecret, unseal } from "./sealed.server.ts";

const common = { httpOnly: true, sameSite: "lax", path: "/" } as const;

/** Holds the random token of a member's session. */
export const sessionCookie = createCookie("session", {
  ...common,
  maxAge: SESSION_DAYS * 24 * 60 * 60,
});

const MINUTE = 60_000;

/** How long a passkey may take to answer a challenge, in milliseconds. */
export const CHALLENGE_LIFETIME = 5 * MINUTE;

/** Holds, sealed, the challenge that a passkey is to answer. */
export const challengeCookie = createCookie("challenge", {
  ...common,
  maxAge: CHALLENGE_LIFETIME / 1000,
});

/** Remembers for a day the places that this browser was last sent to by surprise. */
export const surprisesCookie = createCookie("surprises", {
  ...common,
  maxAge: 24 * 60 * 60,
  secrets: [signingSecret],
});

/** What the surprises cookie may hold: slugs of places, the newest first. */
export const surprisesSchema = z.array(z.string().max(200)).max(5);

const DAY = 24 * 60 * 60 * 1000;

/** A recovery code that its owner has not kept yet, and whose it is. */
export type NewCode = { code: string; handle: string };

const sealedSchema = z.object({ code: z.string(), handle: z.string(), session: z.string() });

/** Holds a new recovery code for a day. What it holds is sealed: browsers keep cookies on their disks. */
export const newCodeCookie = createCookie("new-code", {
  httpOnly: true,
  sameSite: "lax",
  path: "/",
  maxAge: DAY / 1000,
});

/** Seals a new code for the browser that has a session, and no other. */
export function sealNewCode({ code, handle }: NewCode, sessionToken: string): string {
  return seal("new-code", { code, handle, session: sessionId(sessionToken) }, DAY);
}

/** The code in a cookie's value, or undefined when it is of another session or too old. */
export function unsealNewCode(value: unknown, sessionToken: string): NewCode | undefined {
  const sealed = sealedSchema.safeParse(unseal("new-code", value)).data;
  if (sealed?.session !== sessionId(sessionToken)) return undefined;
  return { code: sealed.code, handle: sealed.handle };
}
