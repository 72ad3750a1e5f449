import type { PrismaClient } from "#app/db/database.server.ts";
import { beenStatements } from "../lists/been-statements.server.ts";
import { onlyIfPlaceTakesPosts, PLACE_IS_LOCKED } from "../moderation/place-lock.server.ts";
import { waitingAnswer } from "../moderation/waiting-answer.ts";
import { postsWait, waitWithReview } from "../moderation/waiting-posts.server.ts";
import { placeHref } from "../places/place-href.ts";
import { type Author, type PostOutcome, postOnce } from "../posting/post-once.server.ts";
import type { ReviewContent } from "./review-fields.ts";

/**
 * Writes what a member says of a place; what they said of it before is replaced, so that nobody counts twice.
 * The place is then on their list of where they have been. What waits or is being looked at is changed and goes on waiting.
 * Declined when there is no such place, and refused where a moderator has locked it or has hidden what the member wrote.
 * @param formSecret what only the sender of the form knows, by which posting it again is recognised
 */
export function writeReview(
  placeSlug: string,
  review: ReviewContent,
  author: Author,
  formSecret: string,
): Promise<PostOutcome> {
  return postOnce(author, formSecret, async (writer, member) => {
    const place = await writer.place.findUnique({ where: { slug: placeSlug, heldAs: null } });
    if (!place) return undefined;
    if (place.isLocked) return { refusal: PLACE_IS_LOCKED };
    const placeId = place.id;
    const takesPosts = onlyIfPlaceTakesPosts(writer, placeId);
    const held = "id" in member && (await findHeldReview(writer, placeId, member.id));
    if (held && held.heldAs === "hidden") return { refusal: REVIEW_IS_HIDDEN };
    if (held && held.heldAs !== "deleted") {
      const change = writer.heldReview.update({ where: { id: held.id, heldAs: held.heldAs }, data: review });
      return { answer: waitingAnswer(placeHref(placeSlug)), statements: [change, takesPosts] };
    }
    const statement =
      "id" in member
        ? writer.review.upsert({
            where: { placeId_memberId: { placeId, memberId: member.id } },
            create: { ...review, placeId, memberId: member.id },
            update: review,
          })
        : writer.review.create({
            data: { ...review, place: { connect: { id: placeId } }, member: { connect: member } },
          });
    const statements = [
      statement,
      ...beenStatements(writer, placeSlug, member),
      // Written anew, what its author deleted is no longer kept.
      ...(held ? [writer.heldReview.deleteMany({ where: { id: held.id, heldAs: "deleted" } })] : []),
      takesPosts,
    ];
    if (!(await postsWait(writer, member))) return { answer: placeHref(placeSlug), statements };
    return {
      answer: waitingAnswer(placeHref(placeSlug)),
      statements: [...statements, ...waitWithReview(writer, placeSlug, member, new Date())],
    };
  });
}

const REVIEW_IS_HIDDEN = {
  status: 403,
  message: "A moderator has hidden your review of this place, so you cannot post another one",
};

function findHeldReview(writer: PrismaClient, placeId: number, memberId: number) {
  return writer.heldReview.findUnique({ where: { placeId_memberId: { placeId, memberId } } });
}
