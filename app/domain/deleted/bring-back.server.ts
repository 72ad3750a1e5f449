import { z } from "zod";
import { Prisma } from "#app/db/database.server.ts";
import {
  onlyIfPlaceTakesPosts,
  postsWait,
  waitWithReview,
} from "../moderation/post-guards.server.ts";
import { isPutAside } from "../moderation/put-aside.server.ts";
import { releaseReviews, withholdReviews } from "../moderation/withheld.server.ts";
import { plan, postOnce, stop } from "../posting/post-once.server.ts";
import { keptSince } from "./kept-for.ts";

type BringsBack = { memberId: number; formSecret: string };

const flagged = z.tuple([z.object({ flagged: z.coerce.boolean() })]);

/** Within 30 days. A review that would wait or was put aside is withheld again. */
export function bringBackReview(
  id: number,
  { memberId, formSecret }: BringsBack,
  now = new Date(),
) {
  const since = keptSince(now);
  return postOnce({ memberId }, formSecret, async (writer) => {
    const where = { id, memberId, place: { withheldReason: null } };
    const withheld = await writer.withheldReview.findFirst({
      where: { ...where, withheldReason: "deleted", withheldAt: { gte: since } },
      select: { place: true },
    });
    const place =
      withheld?.place ?? (await writer.review.findFirst({ where, select: { place: true } }))?.place;
    if (!place) return stop({ kind: "not-deleted" });
    if (!withheld) return plan({ place: place.slug }, []);
    if (place.isLocked) return stop({ kind: "locked" });
    const which = Prisma.sql`withheld_reviews.id = ${id} AND withheld_reviews.member_id = ${memberId}
      AND withheld_reason = 'deleted' AND withheld_at >= ${since}`;
    const wasPutAside = isPutAside({ placeId: place.id, authorId: memberId });
    const hasItsFlags = Prisma.sql`id = ${id} AND ${wasPutAside}`;
    const waits = await postsWait(writer, { id: memberId });
    const isFlagged = flagged.parse(await writer.$queryRaw`SELECT ${wasPutAside} AS flagged`)[0]
      .flagged;
    const unseen = waits ? "waiting" : undefined;
    return plan({ place: place.slug, unseen: isFlagged ? "flagged" : unseen }, [
      ...releaseReviews(writer, which),
      ...withholdReviews(writer, hasItsFlags, { withheldReason: "flagged", now }),
      ...(waits ? waitWithReview(writer, place.slug, { id: memberId }, now) : []),
      onlyIfPlaceTakesPosts(writer, place.id),
    ]);
  });
}

export function bringBackPlace(
  slug: string,
  { memberId, formSecret }: BringsBack,
  now = new Date(),
) {
  return postOnce({ memberId }, formSecret, async (writer) => {
    const own = { slug, recommendedBy: memberId };
    const deleted = { ...own, withheldReason: "deleted", withheldAt: { gte: keptSince(now) } };
    const place = await writer.place.findUnique({ where: deleted, select: { updatedAt: true } });
    const isBack =
      !place && (await writer.place.count({ where: { ...own, withheldReason: null } })) > 0;
    if (!place && !isBack) return stop({ kind: "not-deleted" });
    const shown = { withheldReason: null, withheldAt: null, ...place };
    return plan(
      { place: slug },
      place ? [writer.place.update({ where: deleted, data: shown })] : [],
    );
  });
}
