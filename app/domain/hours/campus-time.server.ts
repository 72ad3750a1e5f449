import { readSettings } from "#app/db/settings.ts";
import { momentInLondon } from "./london-time.ts";
import type { CampusMoment } from "./opening-hours.ts";

/** A minute on the clock of the campus, with the settings that say which days are bank holidays. */
export function momentOnCampus(date: Date): CampusMoment {
  const { CAMPUS_NATION: nation, BANK_HOLIDAYS: oneOffHolidays } = readSettings();
  return { ...momentInLondon(date), nation, oneOffHolidays };
}
