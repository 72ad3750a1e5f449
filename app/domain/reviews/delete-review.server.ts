import { Prisma, type PrismaClient, reader } from "#app/db/database.server.ts";
import { paths } from "#app/paths.ts";
import { onlyIfPlaceTakesPosts, PLACE_IS_LOCKED } from "../moderation/place-lock.server.ts";
import { withholdReviews } from "../moderation/withhold-reviews.server.ts";
import { type PostOutcome, postOnce } from "../posting/post-once.server.ts";
import { keepDeletedText } from "./former-reviews.server.ts";

/** What somebody is told who would delete a review that another member wrote. */
const NOT_THE_AUTHOR = { status: 403, message: "Only the member who wrote a review can delete it" };

const TO_DELETE = {
  ...{ memberId: true, rating: true, body: true },
  place: { select: { slug: true, name: true } },
} as const;

/** What is put aside, but by no moderator: its author may still withdraw it. */
const WITHDRAWABLE = { in: ["waiting", "flagged"] };

/**
 * A review that a member asks to delete, with its place, and who wrote it: one that everybody can see, or one of their own
 * that waits or is being looked at; null where there is none.
 */
export async function findReviewToDelete(id: number, memberId: number) {
  const where = { id, place: { withheldReason: null } };
  const shown = await reader().review.findUnique({ where, select: TO_DELETE });
  return (
    shown ??
    reader().withheldReview.findUnique({
      where: { ...where, memberId, withheldReason: WITHDRAWABLE },
      select: TO_DELETE,
    })
  );
}

/**
 * Takes a review off that the member wrote, be it shown or waiting, and keeps it for 30 days. Refused when another member
 * wrote it, or a moderator has locked the place, and declined when there is no such review. Deleting it twice is no mistake.
 * @param formSecret what only the sender of the form knows, by which posting it again is recognised
 */
export function deleteReview(
  id: number,
  { memberId, formSecret }: { memberId: number; formSecret: string },
  now = new Date(),
): Promise<PostOutcome> {
  return postOnce({ memberId }, formSecret, async (writer) => {
    const where = { id, place: { withheldReason: null } };
    const review = await writer.review.findUnique({ where, include: { place: true } });
    if (!review) return withdraw(writer, { ...where, memberId }, now);
    if (review.memberId !== memberId) return { refusal: NOT_THE_AUTHOR };
    if (review.place.isLocked) return { refusal: PLACE_IS_LOCKED };
    const which = Prisma.sql`reviews.id = ${id} AND reviews.member_id = ${memberId}`;
    return {
      answer: paths.place(review.place.slug),
      statements: [
        ...keepDeletedText(writer, { placeId: review.placeId, memberId }, now),
        ...withholdReviews(writer, which, { withheldReason: "deleted", now }),
        onlyIfPlaceTakesPosts(writer, review.placeId),
      ],
    };
  });
}

/** What waits, or is being looked at, is as good as deleted by its author: it goes on being kept, and leaves the queue. */
async function withdraw(writer: PrismaClient, own: { id: number; memberId: number }, now: Date) {
  const held = await writer.withheldReview.findUnique({ where: own, include: { place: true } });
  const answer = held && paths.place(held.place.slug);
  if (!answer || held.withheldReason === "hidden") return undefined;
  if (held.withheldReason === "deleted") return { answer, statements: [] };
  if (held.place.isLocked) return { refusal: PLACE_IS_LOCKED };
  const { updatedAt } = held;
  return {
    answer,
    statements: [
      writer.withheldReview.update({
        where: { ...own, withheldReason: WITHDRAWABLE },
        data: { withheldReason: "deleted", withheldAt: now, updatedAt },
      }),
      onlyIfPlaceTakesPosts(writer, held.placeId),
    ],
  };
}
