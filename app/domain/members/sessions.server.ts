import { createHash, randomBytes } from "node:crypto";
import { reader, write } from "#app/db/database.server.ts";

const DAY = 24 * 60 * 60 * 1000;

/** How long a session lasts after it was last used, in days. */
export const SESSION_DAYS = 90;

export type NewSession = { token: string; tokenHash: string; expiresAt: Date };
export type SignedInMember = { id: number; handle: string };

/** Hashes a random token for the database, as hexadecimal SHA-256. Not for passwords or anything guessable. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** A session to be: a random token of 256 bits for the cookie, its hash for the database, and when it expires. */
export function newSession(now = new Date()): NewSession {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashToken(token), expiresAt: expiryFrom(now) };
}

/**
 * The member whose session a token is, or undefined when it is unknown or expired.
 * `renewed` says that the session was due to be prolonged, so that the cookie should be too.
 */
export async function findMemberBySession(
  token: string,
  now = new Date(),
): Promise<{ member: SignedInMember; renewed: boolean } | undefined> {
  const tokenHash = hashToken(token);
  const session = await reader().session.findFirst({
    where: { tokenHash, expiresAt: { gt: now } },
    select: { expiresAt: true, member: { select: { id: true, handle: true } } },
  });
  if (!session) return undefined;
  const renewed = session.expiresAt.getTime() < expiryFrom(now).getTime() - DAY;
  if (renewed) {
    await write((writer) => writer.session.updateMany({ where: { tokenHash }, data: { expiresAt: expiryFrom(now) } }));
  }
  return { member: session.member, renewed };
}

function expiryFrom(now: Date): Date {
  return new Date(now.getTime() + SESSION_DAYS * DAY);
}
