/** The orders in which a place's reviews can be read. */
export const REVIEW_ORDERS = [
  { order: "newest", words: "Newest first" },
  { order: "helpful", words: "Most helpful first" },
] as const;

export type ReviewOrder = (typeof REVIEW_ORDERS)[number]["order"];

/** The order that an address or a form asks for: newest first where it asks for none or for nonsense. */
export function parseReviewOrder(given: unknown): ReviewOrder {
  return REVIEW_ORDERS.find(({ order }) => order === given)?.order ?? "newest";
}
