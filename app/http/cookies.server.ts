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

/** Holds what the next page says once, above its heading. */
export const flashCookie = createCookie("flash", {
  ...common,
  maxAge: 120,
  secrets: [signingSecret],
});

const MINUTE = 60_000;

/** How long a new recovery code waits to be shown, in milliseconds. */
export const NEW_CODE_LIFETIME = 10 * MINUTE;

/** Holds a new recovery code until the next page shows it. What it holds is sealed: browsers keep cookies on their disks. */
export const newCodeCookie = createCookie("new-code", {
  ...common,
  maxAge: NEW_CODE_LIFETIME / 1000,
});

/** A recovery code to be shown once, and whose it is. */
export type NewCode = { code: string; handle: string };

/** What is sealed in the new code's cookie. */
export const newCodeSchema: z.ZodType<NewCode> = z.object({ code: z.string(), handle: z.string() });

/** How long a passkey may take to answer a challenge, in milliseconds. */
export const CHALLENGE_LIFETIME = 5 * MINUTE;

/** Holds, sealed, the challenge that a passkey is to answer. */
export const challengeCookie = createCookie("challenge", {
  ...common,
  maxAge: CHALLENGE_LIFETIME / 1000,
});

type FlashLink = { href: string; text: string };

/** A message about what was just done, with a link to it, and perhaps one to what may be done next. */
export type Flash = { text: string; link: FlashLink; next?: FlashLink | undefined };

const flashLinkSchema = z.object({ href: z.string().startsWith("/"), text: z.string() });

/** What the flash cookie may hold. */
export const flashSchema: z.ZodType<Flash> = z.object({
  text: z.string(),
  link: flashLinkSchema,
  next: flashLinkSchema.optional(),
});

/** Remembers for a day the places that this browser was last sent to by surprise. */
export const surprisesCookie = createCookie("surprises", {
  ...common,
  maxAge: 24 * 60 * 60,
  secrets: [signingSecret],
});

/** What the surprises cookie may hold: slugs of places, the newest first. */
export const surprisesSchema = z.array(z.string().max(200)).max(5);
