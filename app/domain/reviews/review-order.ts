export const REVIEW_ORDERS = [
  { order: "newest", words: "Newest first" },
  { order: "helpful", words: "Most helpful first" },
] as const;

export type ReviewOrder = (typeof REVIEW_ORDERS)[number]["order"];

export function parseReviewOrder(given: unknown): ReviewOrder {
  return REVIEW_ORDERS.find(({ order }) => order === given)?.order ?? "newest";
}
