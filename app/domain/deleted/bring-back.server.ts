import { z } from "zod";
import { Prisma } from "#app/db/database.server.ts";
import { paths } from "#app/paths.ts";
import { hasEnoughFlags } from "../moderation/flag.server.ts";
import { onlyIfPlaceTakesPosts, PLACE_IS_LOCKED } from "../moderation/place-lock.server.ts";
import { asideAnswer, waitingAnswer } from "../moderation/waiting-answer.ts";
import { postsWait, waitWithReview } from "../moderation/waiting-posts.server.ts";
import { releaseReviews, withholdReviews } from "../moderation/withhold-reviews.server.ts";
import { type PostOutcome, postOnce } from "../posting/post-once.server.ts";
import { keptSince } from "./kept-for.ts";

/** Who brings something back, by which form. */
type BringsBack = { memberId: number; formSecret: string };

const flagged = z.tuple([z.object({ flagged: z.coerce.boolean() })]);

const NOT_DELETED = {
  status: 404,
  message:
    "This is not among what you deleted any more: it was brought back or written anew, or its 30 days are over",
};

/**
 * Puts a review back that its author deleted within 30 days. What would wait, or has the flags that put it aside, does so
 * again. Refused for anything else, and where a moderator has locked the place. Bringing it back twice is no mistake.
 */
export function bringBackReview(
  id: number,
  { memberId, formSecret }: BringsBack,
  now = new Date(),
): Promise<PostOutcome> {
  const since = keptSince(now);
  return postOnce({ memberId }, formSecret, async (writer) => {
    const where = { id, memberId, place: { withheldReason: null } };
    const held = await writer.withheldReview.findFirst({
      where: { ...where, withheldReason: "deleted", withheldAt: { gte: since } },
      select: { place: true },
    });
    const place =
      held?.place ?? (await writer.review.findFirst({ where, select: { place: true } }))?.place;
    if (!place) return { refusal: NOT_DELETED };
    if (!held) return { answer: paths.place(place.slug), statements: [] };
    if (place.isLocked) return { refusal: PLACE_IS_LOCKED };
    const which = Prisma.sql`withheld_reviews.id = ${id} AND withheld_reviews.member_id = ${memberId}
      AND withheld_reason = 'deleted' AND withheld_at >= ${since}`;
    const areEnough = hasEnoughFlags({ placeId: place.id, authorId: memberId }, now);
    const hasItsFlags = Prisma.sql`id = ${id} AND ${areEnough}`;
    const waits = await postsWait(writer, { id: memberId });
    const isFlagged = flagged.parse(await writer.$queryRaw`SELECT ${areEnough} AS flagged`)[0]
      .flagged;
    const answer = waits ? waitingAnswer(paths.place(place.slug)) : paths.place(place.slug);
    return {
      answer: isFlagged ? asideAnswer(paths.place(place.slug)) : answer,
      statements: [
        ...releaseReviews(writer, which),
        ...withholdReviews(writer, hasItsFlags, { withheldReason: "flagged", now }),
        ...(waits ? waitWithReview(writer, place.slug, { id: memberId }, now) : []),
        onlyIfPlaceTakesPosts(writer, place.id),
      ],
    };
  });
}

/**
 * Puts a place back, with its author's review, that the member who recommended it deleted within 30 days. Refused for anything
 * else. Bringing it back twice is no mistake.
 */
export function bringBackPlace(
  slug: string,
  { memberId, formSecret }: BringsBack,
  now = new Date(),
): Promise<PostOutcome> {
  return postOnce({ memberId }, formSecret, async (writer) => {
    const own = { slug, recommendedBy: memberId };
    const deleted = { ...own, withheldReason: "deleted", withheldAt: { gte: keptSince(now) } };
    const place = await writer.place.findUnique({ where: deleted, select: { updatedAt: true } });
    const isBack =
      !place && (await writer.place.count({ where: { ...own, withheldReason: null } })) > 0;
    if (!place && !isBack) return { refusal: NOT_DELETED };
    const shown = { withheldReason: null, withheldAt: null, ...place };
    return {
      answer: paths.place(slug),
      statements: place ? [writer.place.update({ where: deleted, data: shown })] : [],
    };
  });
}
