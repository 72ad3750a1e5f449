import { createCookie } from "react-router";
import { z } from "zod";
import { sessionId } from "#app/domain/members/own-sessions.server.ts";
import { seal, unseal } from "./sealed.server.ts";

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
