import { z } from "zod";
import { jsonColumn, Prisma } from "#app/db/database.server.ts";

const intervals = z.array(z.object({ day: z.number(), opensAt: z.number(), closesAt: z.number() }));

/** The opening intervals of each place in a statement that reads places, as a JSON column. */
export const INTERVALS = Prisma.sql`(
  SELECT json_group_array(json_object('day', day, 'opensAt', opens_at, 'closesAt', closes_at))
  FROM opening_intervals WHERE place_id = places.id
)`;

/** What INTERVALS hands over. */
export const intervalsColumn = jsonColumn(intervals);

/** The opening hours of each place in a statement that reads places, as a JSON column, NULL where nobody knows them. */
export const HOURS = Prisma.sql`CASE WHEN places.hours_confirmed_on IS NOT NULL THEN json_object(
  'confirmedOn', places.hours_confirmed_on, 'bankHolidays', places.bank_holidays, 'intervals', json(${INTERVALS})
) END`;

/** What HOURS hands over. */
export const hoursColumn = jsonColumn(
  z.object({
    confirmedOn: z.string(),
    bankHolidays: z.enum(["usual", "closed", "own"]).nullable(),
    intervals,
  }),
).nullable();
