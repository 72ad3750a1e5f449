import { z } from "zod";
import { jsonColumn, Prisma, reader } from "#app/db/database.server.ts";

const duplicates = z.array(z.object({ slug: z.string(), name: z.string() }));

/** The places that somebody says a place is the same as, the first suggested first. */
export async function listSuggestedDuplicates(
  placeId: number,
): Promise<{ slug: string; name: string }[]> {
  return duplicates.parse(
    await reader().$queryRaw`${duplicatesOf(Prisma.sql`${placeId}`)} ORDER BY since`,
  );
}

function duplicatesOf(placeId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT duplicates.slug, duplicates.name, proposals.since FROM (
      SELECT into_place_id AS duplicate_id, created_at AS since FROM merge_proposals WHERE from_place_id = ${placeId}
      UNION ALL SELECT from_place_id, created_at FROM merge_proposals WHERE into_place_id = ${placeId}
    ) AS proposals CROSS JOIN places AS duplicates ON duplicates.id = proposals.duplicate_id AND duplicates.withheld_reason IS NULL`;
}

/** The same for each place in a statement that reads places, as a JSON column. */
export const SUGGESTED_DUPLICATES = Prisma.sql`(
  SELECT json_group_array(json_object('slug', slug, 'name', name) ORDER BY since) FROM (${duplicatesOf(Prisma.sql`places.id`)})
)`;

/** What SUGGESTED_DUPLICATES hands over. */
export const duplicatesColumn = jsonColumn(duplicates);
