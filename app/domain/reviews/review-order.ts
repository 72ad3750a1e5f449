/** The orders in which a place's reviews can be read. */
export const REVIEW_ORDERS = [
  { order: "newest", words: "Newest first" },
  { order: "helpful", words: "Most helpful first" },
] as const;

export type ReviewOrder = (typeof REVIEW_ORDERS)[number]["order"];
