import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { z } from "zod";
import { signingSecret } from "#app/db/settings.ts";

const IV = 12;
const TAG = 16;
// A name of 80 letters makes an address of up to a thousand, and a sealed welcome holds three.
const MOST_LETTERS = 8000;

function keyFor(purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", signingSecret(), "", `sealed:${purpose}`, 32));
}

/** @param milliseconds until it expires */
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

/** Undefined when it was changed, has expired or was sealed for another purpose. */
export function unseal(purpose: string, sealed: unknown, now = Date.now()): unknown {
  const opened = openSeal(purpose, sealed, now);
  return opened?.isOver ? undefined : opened?.value;
}

/** Also opens what has expired. */
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
