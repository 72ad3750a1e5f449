import { Prisma } from "#app/db/database.server.ts";
import { readSettings } from "#app/db/settings.ts";

export function firstPostsWait(): boolean {
  return readSettings().REVIEW_FIRST_POSTS;
}

/**
 * SQL that is true where the row of members that a statement is at is no newcomer whose first post
 * waits for a moderator. Nothing that a newcomer wrote, chose or pressed is shown or counted.
 */
export function isApproved(): Prisma.Sql {
  if (!firstPostsWait()) return Prisma.sql`TRUE`;
  return Prisma.sql`(members.role = 'moderator' OR members.standing_given_at IS NOT NULL
    OR EXISTS (SELECT 1 FROM reviews AS shown WHERE shown.member_id = members.id)
    OR EXISTS (SELECT 1 FROM places AS shown WHERE shown.recommended_by = members.id AND shown.withheld_reason IS NULL))`;
}

/** For FROM: the rows of a table that approved members wrote, under the table's own name. */
export function fromApproved(table: "helpful_votes" | "list_entries" | "flags"): Prisma.Sql {
  const rows = Prisma.raw(table);
  if (!firstPostsWait()) return rows;
  return Prisma.sql`(
    SELECT ${rows}.* FROM ${rows} JOIN members ON members.id = ${rows}.member_id WHERE ${isApproved()}
  ) AS ${rows}`;
}
