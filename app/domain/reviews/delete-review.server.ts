import { Prisma, type PrismaClient, reader } from "#app/db/database.server.ts";
import { onlyIfPlaceTakesPosts } from "../moderation/post-guards.server.ts";
import { withholdReviews } from "../moderation/withheld.server.ts";
import { plan, postOnce, stop } from "../posting/post-once.server.ts";
import { keepDeletedText } from "./write-review.server.ts";

const TO_DELETE = {
  memberId: true,
  rating: true,
  body: true,
  place: { select: { slug: true, name: true, isLocked: true } },
} as const;

const WITHDRAWABLE = { in: ["waiting", "flagged"] };

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

export function deleteReview(
  id: number,
  { memberId, formSecret }: { memberId: number; formSecret: string },
  now = new Date(),
) {
  return postOnce({ memberId }, formSecret, async (writer) => {
    const where = { id, place: { withheldReason: null } };
    const review = await writer.review.findUnique({ where, include: { place: true } });
    if (!review) return withdraw(writer, { ...where, memberId }, now);
    if (review.memberId !== memberId) return stop({ kind: "not-the-author" });
    if (review.place.isLocked) return stop({ kind: "locked" });
    const which = Prisma.sql`reviews.id = ${id} AND reviews.member_id = ${memberId}`;
    return plan({ place: review.place.slug }, [
      ...keepDeletedText(writer, { placeId: review.placeId, memberId }, now),
      ...withholdReviews(writer, which, { withheldReason: "deleted", now }),
      onlyIfPlaceTakesPosts(writer, review.placeId),
    ]);
  });
}

async function withdraw(writer: PrismaClient, own: { id: number; memberId: number }, now: Date) {
  const withheld = await writer.withheldReview.findUnique({ where: own, include: { place: true } });
  if (!withheld || withheld.withheldReason === "hidden") return stop({ kind: "missing" });
  const { place, placeId, updatedAt } = withheld;
  if (withheld.withheldReason === "deleted") return plan({ place: place.slug }, []);
  if (place.isLocked) return stop({ kind: "locked" });
  return plan({ place: place.slug }, [
    writer.withheldReview.update({
      where: { ...own, withheldReason: WITHDRAWABLE },
      data: { withheldReason: "deleted", withheldAt: now, updatedAt },
    }),
    onlyIfPlaceTakesPosts(writer, placeId),
  ]);
}
