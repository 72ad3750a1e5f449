import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import { jsonColumn } from "../text/json-column.ts";

/**
 * How many reviews moderators have hidden, by rule, and how many are being looked at, for each place in a statement that
 * reads places, as a JSON column.
 */
export const STUBS = Prisma.sql`(
  SELECT json_group_array(json_object('heldAs', held_as, 'heldRule', held_rule, 'count', held) ORDER BY held_as, held_rule)
  FROM (
    SELECT held_as, held_rule, COUNT(*) AS held FROM held_reviews
    WHERE place_id = places.id AND held_as IN ('hidden', 'flagged') GROUP BY held_as, held_rule
  )
)`;

/** What STUBS hands over. */
export const stubsColumn = jsonColumn(
  z.array(z.object({ heldAs: z.string(), heldRule: z.string().nullable(), count: z.number() })),
);

/** How the place with this slug is put aside, or null when it is not, or there is none. */
export function findHeldPlace(slug: string) {
  return reader().place.findFirst({
    where: { slug, heldAs: { not: null } },
    select: { heldAs: true, heldRule: true },
  });
}
