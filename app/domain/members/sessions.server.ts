import { createHash, randomBytes } from "node:crypto";
import { reader, write } from "#app/db/database.server.ts";
import { DAY } from "../text/dates.ts";

export const SESSION_DAYS = 90;

export type NewSession = { token: string; tokenHash: string; expiresAt: Date; browser: string };
type FoundSession = {
  member: SignedInMember;
  isDue: boolean;
  /** Whether they have just proved who they are: by a code or a passkey, or by joining within a day. */
  isConfirmed: boolean;
};

const MINUTE = 60_000;

export type SignedInMember = { id: number; handle: string };

/** Only for secrets that cannot be guessed, not for passwords. Hexadecimal SHA-256. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** A token of 256 random bits for the cookie, its hash for the database. */
export function newSession(browser = "", now = new Date()): NewSession {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashSecret(token), expiresAt: expiryFrom(now), browser };
}

/** To the day, since a session is renewed at most once a day. */
export function lastUsed({ expiresAt }: { expiresAt: Date }): Date {
  return new Date(expiresAt.getTime() - SESSION_DAYS * DAY);
}

/** Undefined when unknown or expired. When `isDue`, call renewSession and renew the cookie too. */
export async function findMemberBySession(
  token: string,
  now = new Date(),
): Promise<FoundSession | undefined> {
  const tokenHash = hashSecret(token);
  const session = await reader().session.findFirst({
    where: { tokenHash, expiresAt: { gt: now }, member: { leftOn: null } },
    select: {
      createdAt: true,
      expiresAt: true,
      member: { select: { id: true, handle: true, createdAt: true } },
    },
  });
  if (!session) return undefined;
  const { id, handle, createdAt: joinedAt } = session.member;
  const isDue = session.expiresAt.getTime() < expiryFrom(now).getTime() - DAY;
  const isOfJoining = session.createdAt.getTime() - joinedAt.getTime() < MINUTE;
  const confirmedFor = isOfJoining ? DAY : 10 * MINUTE;
  const isConfirmed = now.getTime() - session.createdAt.getTime() < confirmedFor;
  return { member: { id, handle }, isDue, isConfirmed };
}

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

export function sessionId(token: string): string {
  return hashSecret(token);
}

// The first match counts: most browsers also name those they descend from.
const BROWSERS: [RegExp, string][] = [
  [/\b(?:Edg|EdgA|EdgiOS)\//, "Edge"],
  [/\b(?:OPR|Opera)\b/, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
  [/^Lynx\//, "Lynx"],
  [/\b(?:w3m|Links|ELinks)\b/, "A text browser"],
];

const SYSTEMS: [RegExp, string][] = [
  [/\bAndroid\b/, "Android"],
  [/\biPhone\b/, "an iPhone"],
  [/\biPad\b/, "an iPad"],
  [/\bCrOS\b/, "a Chromebook"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "a Mac"],
  [/\bLinux\b/, "Linux"],
];

export function browserKind(userAgent: string | null): string {
  const text = (userAgent ?? "").slice(0, 500);
  const browser = BROWSERS.find(([pattern]) => pattern.test(text))?.[1] ?? "A browser";
  const system = SYSTEMS.find(([pattern]) => pattern.test(text))?.[1];
  return system ? `${browser} on ${system}` : browser;
}
