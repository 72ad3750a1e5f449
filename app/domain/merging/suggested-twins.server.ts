import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import { jsonColumn } from "../text/json-column.ts";

const twins = z.array(z.object({ slug: z.string(), name: z.string() }));

/** The places that somebody says a place is the same as, the first suggested first. */
export async function listSuggestedTwins(
  placeId: number,
): Promise<{ slug: string; name: string }[]> {
  return twins.parse(await reader().$queryRaw`${twinsOf(Prisma.sql`${placeId}`)} ORDER BY since`);
}

function twinsOf(placeId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT twins.slug, twins.name, proposals.since FROM (
      SELECT into_place_id AS twin_id, created_at AS since FROM merge_proposals WHERE from_place_id = ${placeId}
      UNION ALL SELECT from_place_id, created_at FROM merge_proposals WHERE into_place_id = ${placeId}
    ) AS proposals CROSS JOIN places AS twins ON twins.id = proposals.twin_id AND twins.held_as IS NULL`;
}

/** The same for each place in a statement that reads places, as a JSON column. */
export const TWINS = Prisma.sql`(
  SELECT json_group_array(json_object('slug', slug, 'name', name) ORDER BY since) FROM (${twinsOf(Prisma.sql`places.id`)})
)`;

/** What TWINS hands over. */
export const twinsColumn = jsonColumn(twins);
