import { ratingWords } from "#app/domain/reviews/rating.ts";
import { formatDay } from "#app/domain/text/dates.ts";
import type { FeedEntry, Kind } from "./kind.ts";
import { poundsOf } from "./places-kind.ts";
import { type OpenOwnReview, type OpenReview, openOwnReview, openReview } from "./shapes.ts";

type Review = Omit<OpenReview, "helpful">;

const columns = {
  id: ({ id }: Review) => id,
  by: ({ by }: Review) => by,
  rating: ({ rating }: Review) => rating,
  body: ({ body }: Review) => body,
  dish: ({ dish }: Review) => dish,
  price_pence: ({ pricePence }: Review) => pricePence,
  price_kind: ({ priceKind }: Review) => priceKind,
  visited_on: ({ visitedOn }: Review) => visitedOn,
  created_at: ({ createdAt }: Review) => createdAt,
  updated_at: ({ updatedAt }: Review) => updatedAt,
  url: ({ url }: Review) => url,
};

/** Of one place. */
export const reviewsKind: Kind<OpenReview> = {
  name: "reviews",
  schema: openReview,
  columns: { ...columns, helpful: ({ helpful }) => helpful },
  describe: (review) => [`${review.by}: ${ratingLine(review)}`, ...linesOf(review)],
  entry: (review) => entryOf(review, `${review.rating} out of 5 by ${review.by}`),
};

/** Of one member. */
export const ownReviewsKind: Kind<OpenOwnReview> = {
  name: "reviews",
  schema: openOwnReview,
  columns: { place: ({ place }) => place.name, place_url: ({ place }) => place.url, ...columns },
  describe: (review) => [`${review.place.name}: ${ratingLine(review)}`, ...linesOf(review)],
  entry: (review) => entryOf(review, `${review.place.name}: ${review.rating} out of 5`),
};

function ratingLine({ rating }: Review): string {
  return `${rating} out of 5, ${ratingWords(rating)}`;
}

function linesOf(review: Review): string[] {
  return [...(review.body === "" ? [] : review.body.split("\n")), orderLine(review), review.url];
}

/** "Flat white, £3.40, 2 November 2026" */
function orderLine({ dish, pricePence, visitedOn, createdAt }: Review): string {
  return [dish, poundsOf(pricePence), formatDay(visitedOn ?? createdAt.slice(0, 10))]
    .filter(Boolean)
    .join(", ");
}

function entryOf(review: Review, title: string): FeedEntry {
  const { id, url, by, body, createdAt, updatedAt } = review;
  return {
    id: `reviews/${id}`,
    title,
    url,
    by,
    paragraphs: [ratingLine(review), ...(body === "" ? [] : [body]), orderLine(review)],
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
  };
}
