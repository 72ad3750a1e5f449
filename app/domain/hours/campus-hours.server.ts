import { z } from "zod";
import { jsonColumn, Prisma } from "#app/db/database.server.ts";
import { readSettings } from "#app/db/settings.ts";
import { momentInLondon } from "./london-time.ts";
import type { CampusMoment } from "./opening-hours.ts";

/** A minute on the clock of the campus, with the settings that say which days are bank holidays. */
export function momentOnCampus(date: Date): CampusMoment {
  const { CAMPUS_NATION: nation, BANK_HOLIDAYS: oneOffHolidays } = readSettings();
  return { ...momentInLondon(date), nation, oneOffHolidays };
}

const intervals = z.array(z.object({ day: z.number(), opensAt: z.number(), closesAt: z.number() }));

export const INTERVALS = Prisma.sql`(
  SELECT json_group_array(json_object('day', day, 'opensAt', opens_at, 'closesAt', closes_at))
  FROM opening_intervals WHERE place_id = places.id
)`;

export const intervalsColumn = jsonColumn(intervals);

export const HOURS = Prisma.sql`CASE WHEN places.hours_confirmed_on IS NOT NULL THEN json_object(
  'confirmedOn', places.hours_confirmed_on, 'bankHolidays', places.bank_holidays, 'intervals', json(${INTERVALS})
) END`;

export const hoursColumn = jsonColumn(
  z.object({
    confirmedOn: z.string(),
    bankHolidays: z.enum(["usual", "closed", "own"]).nullable(),
    intervals,
  }),
).nullable();
