import { Prisma, type PrismaClient } from "#app/db/database.server.ts";
import type { Moved } from "./moved-rows.server.ts";

export type Parting = {
  mergeId: number;
  mergedAt: Date;
  fromId: number;
  intoId: number;
  moved: Moved;
};

/** A review that moved goes back as it is now, with its votes, flags and former texts; one written since stays. */
export function partReviews(writer: PrismaClient, { mergedAt, fromId, intoId, moved }: Parting) {
  const reviews = among(moved.reviews);
  const back = Prisma.sql`(
    SELECT member_id FROM (
      SELECT id, place_id, member_id FROM reviews UNION ALL SELECT id, place_id, member_id FROM withheld_reviews
    ) WHERE place_id = ${fromId} AND id IN ${reviews}
    EXCEPT SELECT member_id FROM reviews WHERE place_id = ${intoId}
    EXCEPT SELECT member_id FROM withheld_reviews WHERE place_id = ${intoId}
  )`;
  const goBack = (table: string, which: Prisma.Sql) =>
    writer.$executeRaw`
      UPDATE ${Prisma.raw(table)} SET place_id = ${fromId} WHERE place_id = ${intoId} AND ${which}`;
  return [
    goBack("reviews", Prisma.sql`id IN ${reviews}`),
    goBack("withheld_reviews", Prisma.sql`id IN ${reviews}`),
    goBack("review_revisions", Prisma.sql`id IN ${among(moved.reviewRevisions)}`),
    goBack("review_revisions", Prisma.sql`created_at > ${mergedAt} AND member_id IN ${back}`),
    goBack("flags", Prisma.sql`(id IN ${among(moved.flags)} OR author_id IN ${back})`),
    goBack("helpful_votes", Prisma.sql`author_id IN ${back}`),
  ];
}

/**
 * Of a member who had reviewed both pages each review is there again. What they changed since is
 * of the page that stayed; where that is withheld by now, the other is too; what they took back is gone.
 */
export async function partBothReviews(
  writer: PrismaClient,
  { mergeId, mergedAt, fromId, intoId, moved }: Parting,
): Promise<Prisma.PrismaPromise<unknown>[]> {
  const kept = await writer.mergedReview.findMany({ where: { mergeId } });
  const statements: Prisma.PrismaPromise<unknown>[] = [];
  for (const { mergeId: _merge, ...from } of kept.filter(({ placeId }) => placeId === fromId)) {
    const into = kept.find(
      ({ placeId, memberId }) => placeId !== fromId && memberId === from.memberId,
    );
    if (!into) continue;
    const shown = await writer.review.findUnique({ where: { id: into.id } });
    const withheld = await writer.withheldReview.findUnique({ where: { id: into.id } });
    const wasNewer = from.updatedAt > into.updatedAt;
    const atMerge = wasNewer ? from.updatedAt : into.updatedAt;
    if (shown) statements.push(writer.review.create({ data: { ...from, placeId: fromId } }));
    else if (withheld) {
      const { withheldReason, withheldRule, withheldAt } = withheld;
      const data = { ...from, placeId: fromId, withheldReason, withheldRule, withheldAt };
      statements.push(writer.withheldReview.create({ data }));
    } else continue;
    const isUnchanged = (shown ?? withheld)?.updatedAt.getTime() === atMerge.getTime();
    if (shown && isUnchanged && wasNewer) {
      const { mergeId: _id, placeId: _place, ...data } = into;
      statements.push(writer.review.update({ where: { id: into.id }, data }));
    }
    if (isUnchanged || !wasNewer) {
      const { memberId, body, updatedAt: writtenAt } = wasNewer ? into : from;
      const older = { placeId: intoId, memberId, body, writtenAt, createdAt: mergedAt };
      statements.push(writer.reviewRevision.deleteMany({ where: older }));
    }
    statements.push(...partVotes(writer, from.memberId, { fromId, intoId, moved }));
  }
  return statements;
}

/** Those that are still there, for a review that has a twin on the page that stays. */
function partVotes(
  writer: PrismaClient,
  authorId: number,
  { fromId, intoId, moved }: Pick<Parting, "fromId" | "intoId" | "moved">,
) {
  const votes = moved.votes.filter((vote) => vote.authorId === authorId);
  const before = moved.staying.votes.filter((vote) => vote.authorId === authorId);
  const gone = votes.filter(({ memberId }) => !before.some((vote) => vote.memberId === memberId));
  return [
    ...votes.map(
      ({ memberId, createdAt }) => writer.$executeRaw`
        INSERT INTO helpful_votes (place_id, author_id, member_id, created_at)
        SELECT ${fromId}, author_id, member_id, ${createdAt} FROM helpful_votes
        WHERE place_id = ${intoId} AND author_id = ${authorId} AND member_id = ${memberId}`,
    ),
    writer.helpfulVote.deleteMany({
      where: { placeId: intoId, authorId, memberId: { in: gone.map(({ memberId }) => memberId) } },
    }),
    ...before.map(({ memberId, createdAt }) =>
      writer.helpfulVote.updateMany({
        where: { placeId: intoId, authorId, memberId },
        data: { createdAt },
      }),
    ),
  ];
}

export function among(numbers: number[]): Prisma.Sql {
  return Prisma.sql`(SELECT value FROM json_each(${JSON.stringify(numbers)}))`;
}
