import { reader } from "#app/db/database.server.ts";
import { keptSince } from "./kept-for.ts";

/** The reviews that a member deleted and can bring back, the last first. Those of a place that is not shown come with it. */
export function listDeletedReviews(memberId: number, now: Date) {
  return reader().heldReview.findMany({
    where: { ...deletedSince(now), memberId, place: { heldAs: null } },
    orderBy: [{ heldAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      rating: true,
      body: true,
      heldAt: true,
      place: { select: { slug: true, name: true } },
    },
  });
}

/** The places that a member deleted and can bring back, the last first. */
export function listDeletedPlaces(memberId: number, now: Date) {
  return reader().place.findMany({
    where: { ...deletedSince(now), recommendedBy: memberId },
    orderBy: [{ heldAt: "desc" }, { id: "desc" }],
    select: { slug: true, name: true, street: true, heldAt: true },
  });
}

type Thing = { reviewId: number } | { reviewOf: string } | { place: string };

/** Whether a member deleted a thing that they can bring back: a review by its id or its place's slug, or a place by its slug. */
export async function hasDeleted(thing: Thing, memberId: number, now: Date): Promise<boolean> {
  const deleted = deletedSince(now);
  if ("place" in thing) {
    return (
      (await reader().place.count({
        where: { ...deleted, slug: thing.place, recommendedBy: memberId },
      })) > 0
    );
  }
  const which = "reviewId" in thing ? { id: thing.reviewId } : { place: { slug: thing.reviewOf } };
  return (await reader().heldReview.count({ where: { ...deleted, ...which, memberId } })) > 0;
}

function deletedSince(now: Date) {
  return { heldAs: "deleted", heldAt: { gte: keptSince(now) } };
}
