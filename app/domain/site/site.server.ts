import { createHash, timingSafeEqual } from "node:crypto";
import { readSettings } from "#app/db/settings.ts";

export type Site = { name: string; campus: string; asksJoinCode: boolean };

export function describeSite(): Site {
  const { SITE_NAME, CAMPUS_NAME } = readSettings();
  return { name: SITE_NAME, campus: CAMPUS_NAME, asksJoinCode: asksJoinCode() };
}

export function siteOrigin(): string | undefined {
  return readSettings().APP_ORIGIN;
}

export function securityContact(): string | undefined {
  return readSettings().SECURITY_CONTACT;
}

export function campusPosition(): { latitude: number; longitude: number } {
  const { CAMPUS_LATITUDE, CAMPUS_LONGITUDE } = readSettings();
  return { latitude: CAMPUS_LATITUDE, longitude: CAMPUS_LONGITUDE };
}

export function asksJoinCode(): boolean {
  return readSettings().JOIN_CODE !== undefined;
}

/** Compares in constant time. True where no code is asked for. */
export function isJoinCode(given: string | undefined): boolean {
  const { JOIN_CODE } = readSettings();
  if (JOIN_CODE === undefined) return true;
  return timingSafeEqual(digest(given ?? ""), digest(JOIN_CODE));
}

function digest(code: string): Buffer {
  return createHash("sha256").update(code.trim()).digest();
}
