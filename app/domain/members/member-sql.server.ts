import { z } from "zod";
import { jsonColumn, Prisma, type PrismaClient } from "#app/db/database.server.ts";
import { readSettings } from "#app/db/settings.ts";

// SQL about the row of members that a statement is at.

export const MEMBER = Prisma.sql`json_object('handle', members.handle, 'leftOn', members.left_on)`;

export const memberColumn = jsonColumn(
  z.object({ handle: z.string(), leftOn: z.string().nullable() }),
);

export function firstPostsWait(): boolean {
  return readSettings().REVIEW_FIRST_POSTS;
}

/** True for all but newcomers whose first post waits: nothing that they wrote, chose or pressed is shown or counted. */
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

/** Why a member may not post until a moderator lifts it. */
export type PostingStop = { rule: string; words: string };

export type MayNotPost = { kind: "may-not-post" } & PostingStop;

export const MAY_POST = Prisma.sql`NOT EXISTS (SELECT 1 FROM posting_stops WHERE posting_stops.member_id = members.id)`;

export function findPostingStop(
  database: PrismaClient,
  memberId: number,
): Promise<PostingStop | null> {
  return database.postingStop.findUnique({
    where: { memberId },
    select: { rule: true, words: true },
  });
}
