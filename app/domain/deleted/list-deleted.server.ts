import { reader } from "#app/db/database.server.ts";
import { keptSince } from "./kept-for.ts";

export function listDeletedReviews(memberId: number, now: Date) {
  return reader().withheldReview.findMany({
    where: { ...deletedSince(now), memberId, place: { withheldReason: null } },
    orderBy: [{ withheldAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      rating: true,
      body: true,
      withheldAt: true,
      place: { select: { slug: true, name: true } },
    },
  });
}

export function listDeletedPlaces(memberId: number, now: Date) {
  return reader().place.findMany({
    where: { ...deletedSince(now), recommendedBy: memberId },
    orderBy: [{ withheldAt: "desc" }, { id: "desc" }],
    select: { slug: true, name: true, street: true, withheldAt: true },
  });
}

type Item = { reviewId: number } | { reviewOf: string } | { place: string };

export async function hasDeleted(item: Item, memberId: number, now: Date): Promise<boolean> {
  const deleted = deletedSince(now);
  if ("place" in item) {
    return (
      (await reader().place.count({
        where: { ...deleted, slug: item.place, recommendedBy: memberId },
      })) > 0
    );
  }
  const which = "reviewId" in item ? { id: item.reviewId } : { place: { slug: item.reviewOf } };
  return (await reader().withheldReview.count({ where: { ...deleted, ...which, memberId } })) > 0;
}

function deletedSince(now: Date) {
  return { withheldReason: "deleted", withheldAt: { gte: keptSince(now) } };
}
