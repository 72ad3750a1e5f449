import type { listMemberReviews } from "#app/domain/members/profile.server.ts";
import type { ListedReview } from "#app/domain/reviews/list-reviews.server.ts";
import { PRICE_KINDS, type PriceKind } from "#app/domain/reviews/price.ts";
import { paths } from "#app/paths.ts";
import { presentName } from "./present-place.ts";
import type { OpenOwnReview, OpenReview } from "./shapes.ts";

type OwnReview = Awaited<ReturnType<typeof listMemberReviews>>[number];

export function presentListedReview(review: ListedReview, origin: string): OpenReview {
  return { ...present(review, review.member.handle, origin), helpful: review.helpful };
}

/** @param by whose reviews they are */
export function presentOwnReview(review: OwnReview, by: string, origin: string): OpenOwnReview {
  return { ...present(review, by, origin), place: presentName(review.place, origin) };
}

type Review = Omit<OwnReview, "place">;

function present(review: Review, by: string, origin: string): Omit<OpenReview, "helpful"> {
  return {
    id: review.id,
    url: origin + paths.review(review.id),
    by,
    rating: review.rating,
    body: review.body,
    dish: review.dish,
    pricePence: review.pricePence,
    priceKind: priceKindOf(review),
    visitedOn: review.visitedOn,
    createdAt: review.createdAt.toISOString(),
    updatedAt: review.updatedAt.toISOString(),
  };
}

function priceKindOf({ pricePence, priceKind }: Review): PriceKind | null {
  if (pricePence === null) return null;
  return PRICE_KINDS.find(({ kind }) => kind === priceKind)?.kind ?? "meal";
}
