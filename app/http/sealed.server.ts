import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { z } from "zod";
import { readSettings } from "#app/db/settings.ts";

const IV = 12;
const TAG = 16;
// Of a name of 80 letters an address has up to a thousand, and what welcomes a newcomer holds three of them.
const MOST_LETTERS = 8000;

/** Makes a seal for one purpose: what is sealed for one cannot be opened for another. */
function keyFor(purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", signingSecret, "", `sealed:${purpose}`, 32));
}

/**
 * Encrypts a value under the site's secret, so that a browser can keep what it is not to read or change.
 * @param milliseconds how long from now it can be opened
 */
export function seal(
  purpose: string,
  value: unknown,
  milliseconds: number,
  now = Date.now(),
): string {
  const iv = randomBytes(IV);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), iv);
  const text = JSON.stringify({ value, until: now + milliseconds });
  return Buffer.concat([
    iv,
    cipher.update(text, "utf8"),
    cipher.final(),
    cipher.getAuthTag(),
  ]).toString("base64url");
}

const contents = z.object({ value: z.unknown(), until: z.number() });

/** What was sealed for this purpose, or undefined when it was changed, is of another purpose or its time is over. */
export function unseal(purpose: string, sealed: unknown, now = Date.now()): unknown {
  const opened = openSeal(purpose, sealed, now);
  return opened?.isOver ? undefined : opened?.value;
}

/** The same, also when its time is over. */
export function openSeal(
  purpose: string,
  sealed: unknown,
  now = Date.now(),
): { value: unknown; isOver: boolean } | undefined {
  if (typeof sealed !== "string" || sealed.length > MOST_LETTERS) return undefined;
  try {
    const bytes = Buffer.from(sealed, "base64url");
    const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), bytes.subarray(0, IV));
    decipher.setAuthTag(bytes.subarray(-TAG));
    const text = Buffer.concat([
      decipher.update(bytes.subarray(IV, -TAG)),
      decipher.final(),
    ]).toString("utf8");
    const { value, until } = contents.parse(JSON.parse(text));
    return { value, isOver: now > until };
  } catch {
    return undefined;
  }
}

/** What form tokens and flash messages are signed with. Without SESSION_SECRET they end with the process. */
export const signingSecret = readSettings().SESSION_SECRET ?? randomBytes(32).toString("hex");
