import { createHash, timingSafeEqual } from "node:crypto";
import { readSettings } from "#app/db/settings.ts";

export type Site = { name: string; campus: string; asksJoinCode: boolean };

/** What this copy of the site is called, the campus it is around, and whether only those who know a code may join. */
export function describeSite(): Site {
  const { SITE_NAME, CAMPUS_NAME } = readSettings();
  return { name: SITE_NAME, campus: CAMPUS_NAME, asksJoinCode: asksJoinCode() };
}

/** The site's own address, such as "https://food.example.org"; undefined where the operator has not said. */
export function siteOrigin(): string | undefined {
  return readSettings().APP_ORIGIN;
}

/** Where the campus is, in degrees (WGS 84). */
export function campusPosition(): { latitude: number; longitude: number } {
  const { CAMPUS_LATITUDE, CAMPUS_LONGITUDE } = readSettings();
  return { latitude: CAMPUS_LATITUDE, longitude: CAMPUS_LONGITUDE };
}

/** Whether somebody who posts for the first time has to know the code of this community. */
export function asksJoinCode(): boolean {
  return readSettings().JOIN_CODE !== undefined;
}

/** Whether a code is the community's, in a time that does not tell how much of it is right. True where none is asked for. */
export function isJoinCode(given: string | undefined): boolean {
  const { JOIN_CODE } = readSettings();
  if (JOIN_CODE === undefined) return true;
  return timingSafeEqual(digest(given ?? ""), digest(JOIN_CODE));
}

function digest(code: string): Buffer {
  return createHash("sha256").update(code.trim()).digest();
}
