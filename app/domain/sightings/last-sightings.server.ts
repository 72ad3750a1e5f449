import { z } from "zod";
import { jsonColumn, Prisma } from "#app/db/database.server.ts";
import { dayInLondon } from "../text/dates.ts";
import { SIGHTING_STATES } from "./sighting.ts";

const lastSighting = z
  .object({ state: z.enum(SIGHTING_STATES), by: z.string(), at: z.coerce.date() })
  .transform(({ state, by, at }) => ({ state, by, on: dayInLondon(at) }));

export type LastSighting = z.output<typeof lastSighting>;

/** Beside max(), SQLite takes the other columns from the row that has it. */
export const LAST_SIGHTINGS = Prisma.sql`(
  SELECT json_group_array(json_object('state', state, 'by', handle, 'at', last_seen) ORDER BY last_seen DESC, sighting_id DESC)
  FROM (
    SELECT id AS sighting_id, state, member_id, max(created_at) AS last_seen
    FROM sightings WHERE place_id = places.id GROUP BY state
  ) JOIN members ON members.id = member_id
)`;

export const lastSightingsColumn = jsonColumn(z.array(lastSighting));
