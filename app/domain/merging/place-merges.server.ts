import { z } from "zod";
import { jsonColumn, reader } from "#app/db/database.server.ts";
import { SOURCES, sourcesColumn } from "../places/import-sources.server.ts";

const merge = z.object({
  id: z.number(),
  name: z.string().nullable(),
  slug: z.string().nullable(),
  at: z.coerce.date(),
  undoneAt: z.coerce.date().nullable(),
});

const rows = z.tuple([
  z.object({
    changes: z.coerce.number(),
    merges: jsonColumn(z.array(merge)),
    sources: sourcesColumn,
  }),
]);

export type MergeOfPlace = z.output<typeof merge>;

/** How often a place was changed, the registers that it has facts from, and its merges with other pages, each as it is while it is shown or one with this. */
export async function describeHistory(placeId: number) {
  const found = await reader().$queryRaw`
    SELECT (SELECT COUNT(*) FROM place_revisions WHERE place_id = ${placeId}) AS changes, (
      SELECT json_group_array(json_object('id', merges.id, 'name', coalesce(other.name, iif(undone_at IS NULL, from_name, NULL)),
        'slug', other.slug, 'at', merges.created_at, 'undoneAt', undone_at) ORDER BY merges.id DESC)
      FROM merges LEFT JOIN places AS other ON other.withheld_reason IS NULL
        AND other.id = iif(into_place_id = ${placeId}, from_place_id, into_place_id)
      WHERE into_place_id = ${placeId} OR from_place_id = ${placeId}
    ) AS merges, (SELECT ${SOURCES} FROM places WHERE id = ${placeId}) AS sources`;
  return rows.parse(found)[0];
}
