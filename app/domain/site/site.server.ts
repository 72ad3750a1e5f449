import { readSettings } from "#app/db/settings.ts";

export type Site = { name: string; campus: string };

/** What this copy of the site is called, and the campus it is around. */
export function describeSite(): Site {
  const { SITE_NAME, CAMPUS_NAME } = readSettings();
  return { name: SITE_NAME, campus: CAMPUS_NAME };
}

/** Where the campus is, in degrees (WGS 84). */
export function campusPosition(): { latitude: number; longitude: number } {
  const { CAMPUS_LATITUDE, CAMPUS_LONGITUDE } = readSettings();
  return { latitude: CAMPUS_LATITUDE, longitude: CAMPUS_LONGITUDE };
}
