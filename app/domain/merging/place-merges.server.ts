import { z } from "zod";
import { reader } from "#app/db/database.server.ts";

const rows = z.array(
  z.object({
    id: z.coerce.number(),
    name: z.string().nullable(),
    slug: z.string().nullable(),
    at: z.coerce.date(),
    undoneAt: z.coerce.date().nullable(),
  }),
);

/** The merges of a place with another page: that page as it is, while it is shown or one with this. */
export async function listMergesOf(placeId: number) {
  return rows.parse(
    await reader().$queryRaw`
      SELECT merges.id, coalesce(other.name, iif(undone_at IS NULL, from_name, NULL)) AS name, other.slug, merges.created_at AS at,
        undone_at AS undoneAt
      FROM merges LEFT JOIN places AS other ON other.withheld_reason IS NULL
        AND other.id = iif(into_place_id = ${placeId}, from_place_id, into_place_id)
      WHERE into_place_id = ${placeId} OR from_place_id = ${placeId}
      ORDER BY merges.id DESC LIMIT 20`,
  );
}
