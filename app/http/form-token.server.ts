import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { DAY } from "#app/domain/text/dates.ts";
import { signingSecret } from "./sealed.server.ts";

/** How long a form may stay open before it must be sent twice, in milliseconds. */
export const FORM_TOKEN_LIFETIME = DAY;

/** A secret, signed token for one form on one page that is not cached: the time it was made, and 128 random bits. */
export function newFormToken(now = Date.now()): string {
  const content = `${now.toString(36)}.${randomBytes(16).toString("base64url")}`;
  return `${content}.${sign(content)}`;
}

/** True when this site gave the token out within the last day. */
export function isFreshFormToken(token: string, now = Date.now()): boolean {
  const [time = "", random = "", signature = "", ...rest] = token.split(".");
  if (rest.length > 0) return false;
  const expected = Buffer.from(sign(`${time}.${random}`));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
  const age = now - Number.parseInt(time, 36);
  return age >= 0 && age <= FORM_TOKEN_LIFETIME;
}

/** How long ago a form with this token was made, in milliseconds. The token is one that this site gave out. */
export function formTokenAge(token: string, now = Date.now()): number {
  return now - Number.parseInt(token, 36);
}

function sign(content: string): string {
  return createHmac("sha256", signingSecret).update(`form-token:${content}`).digest("base64url");
}
