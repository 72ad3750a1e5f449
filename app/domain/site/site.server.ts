import { readSettings } from "#app/db/settings.ts";
import { asksJoinCode } from "../members/joining.server.ts";

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
