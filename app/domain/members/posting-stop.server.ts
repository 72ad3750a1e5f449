import { Prisma, type PrismaClient } from "#app/db/database.server.ts";

/** Why a member may not post until a moderator lifts it. */
export type PostingStop = { rule: string; words: string };

export type MayNotPost = { kind: "may-not-post" } & PostingStop;

/** SQL that is true where the row of members that a statement is at may post. */
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
