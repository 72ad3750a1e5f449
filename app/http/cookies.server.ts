import { z } from "zod";
import { SESSION_DAYS, sessionId } from "#app/domain/members/sessions.server.ts";
import { seal, signingSecret, unseal } from "./sealed.server.ts";
import { SiteCookie } from "./site-cookie.server.ts";

const common = { httpOnly: true, sameSite: "lax", path: "/" } as const;

export const sessionCookie = new SiteCookie("session", {
  ...common,
  maxAge: SESSION_DAYS * 24 * 60 * 60,
});

const MINUTE = 60_000;

/** Milliseconds. */
export const CHALLENGE_LIFETIME = 5 * MINUTE;

export const challengeCookie = new SiteCookie("challenge", {
  ...common,
  maxAge: CHALLENGE_LIFETIME / 1000,
});

export const surprisesCookie = new SiteCookie("surprises", {
  ...common,
  maxAge: 24 * 60 * 60,
  secrets: [signingSecret],
});

/** Slugs, newest first. */
export const surprisesSchema = z.array(z.string().max(200)).max(5);

const DAY = 24 * 60 * 60 * 1000;

export type NewCode = { code: string; handle: string };

const sealedSchema = z.object({ code: z.string(), handle: z.string(), session: z.string() });

export const newCodeCookie = new SiteCookie("new-code", {
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

/** Whether it is one of ours, in whatever session. */
export async function carriesNewCode(request: Request): Promise<boolean> {
  const value = await newCodeCookie.read(request);
  return sealedSchema.safeParse(unseal("new-code", value)).success;
}
