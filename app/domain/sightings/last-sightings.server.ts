import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import { dayInLondon } from "../text/dates.ts";
import { SIGHTING_STATES } from "./sighting.ts";

const lastSighting = z.object({
  state: z.enum(SIGHTING_STATES),
  by: z.string(),
  at: z.string().transform((text) => new Date(text)),
});

/** Who saw a place last in a state, on which day in London. */
export type LastSighting = { state: z.output<typeof lastSighting>["state"]; by: string; on: string };

/** The last sighting of a place in each state that anybody saw it in, the newest first. */
export async function listLastSightings(placeId: number): Promise<LastSighting[]> {
  const rows = z.array(lastSighting).parse(await reader().$queryRaw(lastSightingsSql(placeId)));
  return rows.map(({ state, by, at }) => ({ state, by, on: dayInLondon(at) }));
}

/** The SQL behind listLastSightings, which a test explains. */
export function lastSightingsSql(placeId: number): Prisma.Sql {
  // Beside max(), SQLite takes the other columns from the row that has it.
  return Prisma.sql`
    SELECT state, handle AS by, last_seen AS at FROM (
      SELECT state, member_id, max(created_at) AS last_seen FROM sightings WHERE place_id = ${placeId} GROUP BY state
    ) JOIN members ON members.id = member_id
    ORDER BY last_seen DESC`;
}
