import { type PrismaClient, reader } from "#app/db/database.server.ts";

type StandingReview = {
  placeId: number;
  memberId: number;
  rating: number;
  body: string;
  dish: string | null;
  pricePence: number | null;
  priceKind: string | null;
  visitedOn: string | null;
  updatedAt: Date;
};

export function keepFormerText(writer: PrismaClient, review: StandingReview, now: Date) {
  const { placeId, memberId, rating, body, dish, visitedOn, updatedAt } = review;
  const data = {
    placeId,
    memberId,
    rating,
    body,
    dish,
    pricePence: review.pricePence,
    priceKind: review.priceKind,
    visitedOn,
    writtenAt: updatedAt,
    createdAt: now,
  };
  return writer.reviewRevision.create({ data });
}

/** For a member who reviews the place again. */
export function keepDeletedText(
  writer: PrismaClient,
  review: { placeId: number; memberId: number },
  now: Date,
) {
  const { placeId, memberId } = review;
  return [
    writer.$executeRaw`
      INSERT INTO review_revisions
        (place_id, member_id, rating, body, dish, price_pence, price_kind, visited_on, written_at, created_at)
      SELECT place_id, member_id, rating, body, dish, price_pence, price_kind, visited_on, updated_at, ${now}
      FROM withheld_reviews
      WHERE place_id = ${placeId} AND member_id = ${memberId} AND withheld_reason = 'deleted'`,
    writer.withheldReview.deleteMany({ where: { placeId, memberId, withheldReason: "deleted" } }),
  ];
}

export function listFormerReviews(slug: string, memberId: number) {
  return reader().reviewRevision.findMany({
    where: { memberId, place: { slug } },
    orderBy: { id: "desc" },
    take: 10,
    select: { id: true, rating: true, body: true, writtenAt: true },
  });
}

export async function findOwnReview(slug: string, memberId: number) {
  const where = { memberId, place: { slug } };
  const select = {
    id: true,
    rating: true,
    body: true,
    dish: true,
    pricePence: true,
    priceKind: true,
    visitedOn: true,
    updatedAt: true,
  };
  const shown = await reader().review.findFirst({ where, select });
  if (shown) return { ...shown, isShown: true };
  const waiting = { ...where, withheldReason: { in: ["waiting", "flagged"] } };
  const withheld = await reader().withheldReview.findFirst({ where: waiting, select });
  return withheld && { ...withheld, isShown: false };
}
