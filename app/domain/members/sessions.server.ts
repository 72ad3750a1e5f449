import { createHash, randomBytes } from "node:crypto";
import { reader, write } from "#app/db/database.server.ts";
import { DAY } from "../text/dates.ts";

/** How long a session lasts after it was last used, in days. */
export const SESSION_DAYS = 90;

export type NewSession = { token: string; tokenHash: string; expiresAt: Date; browser: string };
export type SignedInMember = { id: number; handle: string };

/** Hashes what nobody can guess for the database, as hexadecimal SHA-256. Not for passwords. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/**
 * A session to be: a random token of 256 bits for the cookie, its hash for the database, and when it expires.
 * @param browser what kind of browser it is on, in words
 */
export function newSession(browser = "", now = new Date()): NewSession {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashSecret(token), expiresAt: expiryFrom(now), browser };
}

/** The day on which a session was last used, to the day, since that is how often it is prolonged. */
export function lastUsed({ expiresAt }: { expiresAt: Date }): Date {
  return new Date(expiresAt.getTime() - SESSION_DAYS * DAY);
}

/**
 * The member whose session a token is, or undefined when it is unknown or expired. A session that is due is to be prolonged by
 * renewSession, and its cookie too.
 */
export async function findMemberBySession(
  token: string,
  now = new Date(),
): Promise<{ member: SignedInMember; isDue: boolean } | undefined> {
  const tokenHash = hashSecret(token);
  const session = await reader().session.findFirst({
    where: { tokenHash, expiresAt: { gt: now }, member: { leftOn: null } },
    select: { expiresAt: true, member: { select: { id: true, handle: true } } },
  });
  if (!session) return undefined;
  const isDue = session.expiresAt.getTime() < expiryFrom(now).getTime() - DAY;
  return { member: session.member, isDue };
}

/** Prolongs the session whose token this is. */
export async function renewSession(token: string, now = new Date()): Promise<void> {
  await write((writer) =>
    writer.session.updateMany({
      where: { tokenHash: hashSecret(token), expiresAt: { gt: now } },
      data: { expiresAt: expiryFrom(now) },
    }),
  );
}

function expiryFrom(now: Date): Date {
  return new Date(now.getTime() + SESSION_DAYS * DAY);
}

/** The id that the session of a token has among its member's. */
export function sessionId(token: string): string {
  return hashSecret(token);
}
