import { reader } from "#app/db/database.server.ts";
import { countHelpfulVotes } from "../reviews/helpful-votes.server.ts";
import type { ReviewOrder } from "../reviews/review-order.ts";
import { listMostHelpfulIds, REVIEWS_PER_PAGE } from "../reviews/review-pages.server.ts";

/** What the place with this slug is called and whether it is locked, or null. */
export function findPlaceName(slug: string) {
  return reader().place.findUnique({
    where: { slug, heldAs: null },
    select: { slug: true, name: true, isLocked: true },
  });
}

/** What is said of the place with this slug, or null. */
export function findPlace(slug: string) {
  return reader().place.findUnique({
    where: { slug, heldAs: null },
    select: {
      ...{ id: true, slug: true, name: true, street: true, postcode: true, priceBand: true, website: true },
      ...{ latitude: true, longitude: true, closedOn: true, isLocked: true, createdAt: true, updatedAt: true },
      ...{ hoursConfirmedOn: true, bankHolidays: true, recommendedBy: true },
      member: { select: { handle: true, leftOn: true } },
      cuisines: { select: { cuisine: { select: { slug: true, name: true } } } },
      openingIntervals: { select: { day: true, opensAt: true, closesAt: true } },
      diets: { select: { diet: true, portion: true } },
      features: { select: { feature: true, present: true } },
      index: {
        select: { reviewCount: true, ratingSum: true, medianPence: true, priceCount: true, campusMetres: true },
      },
    },
  });
}

const shownReview = {
  ...{ id: true, memberId: true, rating: true, body: true, dish: true, pricePence: true, visitedOn: true },
  ...{ createdAt: true, updatedAt: true },
  member: { select: { handle: true, leftOn: true } },
} as const;

/**
 * One page of a place's reviews, with how many members found each helpful. The newest are those that were written or changed
 * last.
 */
export async function listReviews(placeId: number, page: number, order: ReviewOrder) {
  const reviews = await (order === "newest" ? listNewest(placeId, page) : listMostHelpful(placeId, page));
  const authorIds = reviews.map(({ memberId }) => memberId);
  const votes = await countHelpfulVotes(placeId, authorIds);
  return reviews.map((review) => ({ ...review, helpful: votes.get(review.memberId) ?? 0 }));
}

function listNewest(placeId: number, page: number) {
  return reader().review.findMany({
    where: { placeId },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * REVIEWS_PER_PAGE,
    take: REVIEWS_PER_PAGE,
    select: shownReview,
  });
}

async function listMostHelpful(placeId: number, page: number) {
  const ids = await listMostHelpfulIds(placeId, page);
  const reviews = await reader().review.findMany({ where: { id: { in: ids } }, select: shownReview });
  return reviews.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
}

/** How many reviews of a place gave each rating, best first, ratings that nobody gave included. */
export async function countRatings(placeId: number): Promise<{ rating: number; count: number }[]> {
  const groups = await reader().review.groupBy({ by: ["rating"], where: { placeId }, _count: true });
  return [5, 4, 3, 2, 1].map((rating) => ({
    rating,
    count: groups.find((group) => group.rating === rating)?._count ?? 0,
  }));
}

/** What a member wrote of a place, to be changed, or null. It may wait for a moderator, and is not shown then. */
export async function findOwnReview(slug: string, memberId: number) {
  const where = { memberId, place: { slug } };
  const select = {
    ...{ id: true, rating: true, body: true, dish: true, pricePence: true, visitedOn: true },
    ...{ updatedAt: true },
  };
  const shown = await reader().review.findFirst({ where, select });
  if (shown) return { ...shown, isShown: true };
  const waiting = { ...where, heldAs: { in: ["waiting", "flagged"] } };
  const held = await reader().heldReview.findFirst({ where: waiting, select });
  return held && { ...held, isShown: false };
}
