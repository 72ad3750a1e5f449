import { readSettings } from "#app/db/settings.ts";
import { momentInLondon } from "./london-time.ts";
import type { CampusMoment } from "./opening-hours.ts";

/** A minute on the clock of the campus, whose nation says which days are bank holidays. */
export function momentOnCampus(date: Date): CampusMoment {
  return { ...momentInLondon(date), nation: readSettings().CAMPUS_NATION };
}
