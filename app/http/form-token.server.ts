import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { signingSecret } from "#app/db/settings.ts";
import { DAY } from "#app/domain/text/dates.ts";

/** Milliseconds. */
export const FORM_TOKEN_LIFETIME = DAY;

export function newFormToken(now = Date.now()): string {
  const content = `${now.toString(36)}.${randomBytes(16).toString("base64url")}`;
  return `${content}.${sign(content)}`;
}

export function isFreshFormToken(token: string, now = Date.now()): boolean {
  const [time = "", random = "", signature = "", ...rest] = token.split(".");
  if (rest.length > 0) return false;
  const expected = Buffer.from(sign(`${time}.${random}`));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
  const age = now - Number.parseInt(time, 36);
  return age >= 0 && age <= FORM_TOKEN_LIFETIME;
}

/** Milliseconds. The token must be one that this site issued. */
export function formTokenAge(token: string, now = Date.now()): number {
  return now - Number.parseInt(token, 36);
}

function sign(content: string): string {
  return createHmac("sha256", signingSecret()).update(`form-token:${content}`).digest("base64url");
}
