import { createCookie } from "react-router";
import { z } from "zod";
import { SESSION_DAYS } from "#app/domain/members/sessions.server.ts";
import { signingSecret } from "./sealed.server.ts";

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
