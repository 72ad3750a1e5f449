import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import { isApproved } from "../members/member-sql.server.ts";

const publicPages = z.array(
  z.object({
    kind: z.enum(["place", "dish", "member"]),
    /** A slug, or a member's handle. */
    name: z.string(),
    changedAt: z.string(),
  }),
);

export type PublicPage = z.infer<typeof publicPages>[number];

const partSums = z.array(z.object({ changedAt: z.string() }));

/** What places, dishes and members with something to show there are pages of, and when it changed last. */
function allPages(): Prisma.Sql {
  return Prisma.sql`
    WITH shown AS MATERIALIZED (
      SELECT id, slug, closed_on, recommended_by, created_at,
        max(updated_at, ifnull((SELECT MAX(updated_at) FROM reviews WHERE place_id = places.id), '')) AS changed_at
      FROM places WHERE withheld_reason IS NULL
    ),
    written AS (
      SELECT member_id, reviews.updated_at AS changed_at FROM reviews JOIN shown ON shown.id = place_id
      UNION ALL
      SELECT recommended_by, created_at FROM shown WHERE recommended_by IS NOT NULL
    ),
    pages AS (
      SELECT 'place' AS kind, id, slug AS name, changed_at FROM shown
      UNION ALL
      SELECT 'dish', 0, dish_slug, MAX(reviews.updated_at) FROM reviews JOIN shown ON shown.id = place_id
      WHERE dish_slug IS NOT NULL AND closed_on IS NULL GROUP BY dish_slug
      UNION ALL
      SELECT 'member', members.id, handle, MAX(changed_at) FROM written JOIN members ON members.id = member_id
      WHERE left_on IS NULL AND ${isApproved()} GROUP BY members.id
    ),
    numbered AS (
      SELECT kind, name, changed_at AS changedAt, row_number() OVER (ORDER BY kind DESC, id, name) - 1 AS number FROM pages
    )`;
}

/** When each part of so many pages changed last. */
export async function listPartsOfPages(pagesPerPart: number): Promise<{ changedAt: string }[]> {
  const rows = await reader().$queryRaw`
    ${allPages()} SELECT MAX(changedAt) AS changedAt FROM numbered
    GROUP BY ${partOf(pagesPerPart)} ORDER BY ${partOf(pagesPerPart)}`;
  return partSums.parse(rows);
}

/** @param part from 1 on */
export async function listPublicPages(part: number, pagesPerPart: number): Promise<PublicPage[]> {
  const rows = await reader().$queryRaw`
    ${allPages()} SELECT kind, name, changedAt FROM numbered
    WHERE ${partOf(pagesPerPart)} = ${part} ORDER BY number`;
  return publicPages.parse(rows);
}

/** A number is bound as one with decimals, by which SQLite would divide so too. */
function partOf(pagesPerPart: number): Prisma.Sql {
  return Prisma.sql`(number / CAST(${pagesPerPart} AS INTEGER) + 1)`;
}
