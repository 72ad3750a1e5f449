import { RATINGS } from "./rating.ts";

export const REVIEW_ORDERS = [
  { order: "newest", words: "Newest first" },
  { order: "helpful", words: "Most helpful first" },
  { order: "lowest", words: "Lowest first" },
] as const;

export type ReviewOrder = (typeof REVIEW_ORDERS)[number]["order"];

/** Which reviews of a place are shown. */
export type ReviewChoice = {
  order: ReviewOrder;
  /** Only those that gave so many stars; undefined means all. */
  stars: number | undefined;
  /** Only those with these words; empty means all. */
  search: string;
  page: number;
};

/** How a place's page has its reviews unless it is asked otherwise. */
export const NEWEST_REVIEWS: ReviewChoice = {
  order: "newest",
  stars: undefined,
  search: "",
  page: 1,
};

export function parseReviewOrder(given: unknown): ReviewOrder {
  return REVIEW_ORDERS.find(({ order }) => order === given)?.order ?? "newest";
}

export function parseStars(given: string | null): number | undefined {
  return RATINGS.find(({ rating }) => String(rating) === given)?.rating;
}
