import { createHash, randomBytes } from "node:crypto";
import { DatabaseBusyError, reader, write } from "#app/db/database.server.ts";

const DAY = 24 * 60 * 60 * 1000;

/** How long a session lasts after a form was last opened with it, in days: as long as browsers keep a cookie. */
export const SESSION_DAYS = 400;

export type NewSession = { token: string; tokenHash: string; expiresAt: Date };
export type SignedInMember = { id: number; handle: string };

/** Hashes what nobody can guess for the database, as hexadecimal SHA-256. Not for passwords. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** A session to be: a random token of 256 bits for the cookie, its hash for the database, and when it expires. */
export function newSession(now = new Date()): NewSession {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashSecret(token), expiresAt: expiryFrom(now) };
}

/**
 * The member whose session a token is, or undefined when it is unknown or expired.
 * `renewed` says that the session was due to be prolonged, so that the cookie should be too.
 */
export async function findMemberBySession(
  token: string,
  now = new Date(),
): Promise<{ member: SignedInMember; renewed: boolean } | undefined> {
  const tokenHash = hashSecret(token);
  const session = await reader().session.findFirst({
    where: { tokenHash, expiresAt: { gt: now } },
    select: { expiresAt: true, member: { select: { id: true, handle: true } } },
  });
  if (!session) return undefined;
  const isDue = session.expiresAt.getTime() < expiryFrom(now).getTime() - DAY;
  return { member: session.member, renewed: isDue && (await renew(tokenHash, now)) };
}

/** A session that cannot be prolonged at the moment is as good as before. */
async function renew(tokenHash: string, now: Date): Promise<boolean> {
  try {
    await write((writer) => writer.session.updateMany({ where: { tokenHash }, data: { expiresAt: expiryFrom(now) } }));
    return true;
  } catch (error) {
    if (error instanceof DatabaseBusyError) return false;
    throw error;
  }
}

function expiryFrom(now: Date): Date {
  return new Date(now.getTime() + SESSION_DAYS * DAY);
}
