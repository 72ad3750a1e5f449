import { Prisma, reader } from "#app/db/database.server.ts";
import { holdReviews } from "../moderation/hold-reviews.server.ts";
import { onlyIfPlaceTakesPosts, PLACE_IS_LOCKED } from "../moderation/place-lock.server.ts";
import { placeHref } from "../places/place-href.ts";
import { type PostOutcome, postOnce } from "../posting/post-once.server.ts";
import { keepDeletedText } from "./former-reviews.server.ts";

/** What somebody is told who would delete a review that another member wrote. */
const NOT_THE_AUTHOR = { status: 403, message: "Only the member who wrote a review can delete it" };

/** A review that everybody can see, to be deleted: with its place, and who wrote it; null where there is none. */
export function findReviewToDelete(id: number) {
  return reader().review.findUnique({
    where: { id, place: { heldAs: null } },
    select: { memberId: true, rating: true, body: true, place: { select: { slug: true, name: true } } },
  });
}

/**
 * Takes a review off that the member wrote, and keeps it for 30 days. Refused when another member wrote it, or a moderator has
 * locked the place, and declined when there is no such review. Deleting it twice is no mistake.
 * @param formSecret what only the sender of the form knows, by which posting it again is recognised
 */
export function deleteReview(
  id: number,
  { memberId, formSecret }: { memberId: number; formSecret: string },
  now = new Date(),
): Promise<PostOutcome> {
  return postOnce({ memberId }, formSecret, async (writer) => {
    const where = { id, place: { heldAs: null } };
    const review = await writer.review.findUnique({ where, include: { place: true } });
    if (!review) {
      const deleted = { ...where, memberId, heldAs: "deleted" };
      const gone = await writer.heldReview.findUnique({ where: deleted, select: { place: true } });
      return gone ? { answer: placeHref(gone.place.slug), statements: [] } : undefined;
    }
    if (review.memberId !== memberId) return { refusal: NOT_THE_AUTHOR };
    if (review.place.isLocked) return { refusal: PLACE_IS_LOCKED };
    const which = Prisma.sql`reviews.id = ${id} AND reviews.member_id = ${memberId}`;
    return {
      answer: placeHref(review.place.slug),
      statements: [
        ...keepDeletedText(writer, { placeId: review.placeId, memberId }, now),
        ...holdReviews(writer, which, { heldAs: "deleted", now }),
        onlyIfPlaceTakesPosts(writer, review.placeId),
      ],
    };
  });
}
