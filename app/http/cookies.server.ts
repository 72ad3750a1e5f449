import { createCookie } from "react-router";
import { z } from "zod";
import { SESSION_DAYS, sessionId } from "#app/domain/members/sessions.server.ts";
import { seal, signingSecret, unseal } from "./sealed.server.ts";

const common = { httpOnly: true, sameSite: "lax", path: "/" } as const;

export const sessionCookie = createCookie("session", {
  ...common,
  maxAge: SESSION_DAYS * 24 * 60 * 60,
});

const MINUTE = 60_000;

/** Milliseconds. */
export const CHALLENGE_LIFETIME = 5 * MINUTE;

export const challengeCookie = createCookie("challenge", {
  ...common,
  maxAge: CHALLENGE_LIFETIME / 1000,
});

export const surprisesCookie = createCookie("surprises", {
  ...common,
  maxAge: 24 * 60 * 60,
  secrets: [signingSecret],
});

/** Slugs, newest first. */
export const surprisesSchema = z.array(z.string().max(200)).max(5);

const DAY = 24 * 60 * 60 * 1000;

export type NewCode = { code: string; handle: string };

const sealedSchema = z.object({ code: z.string(), handle: z.string(), session: z.string() });

export const newCodeCookie = createCookie("new-code", {
  httpOnly: true,
  sameSite: "lax",
  path: "/",
  maxAge: DAY / 1000,
});

export function sealNewCode({ code, handle }: NewCode, sessionToken: string): string {
  return seal("new-code", { code, handle, session: sessionId(sessionToken) }, DAY);
}

/** Undefined when it belongs to another session or has expired. */
export function unsealNewCode(value: unknown, sessionToken: string): NewCode | undefined {
  const sealed = sealedSchema.safeParse(unseal("new-code", value)).data;
  if (sealed?.session !== sessionId(sessionToken)) return undefined;
  return { code: sealed.code, handle: sealed.handle };
}
