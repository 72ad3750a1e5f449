/** The orders in which a place's reviews can be read. */
export const REVIEW_ORDERS = [
  { order: "newest", words: "Newest first" },
  { order: "helpful", words: "Most helpful first" },
] as const;

export type ReviewOrder = (typeof REVIEW_ORDERS)[number]["order"];

/** The address of a page of a place's reviews in an order. @param placeHref the address of the place's page */
export function reviewsHref(placeHref: string, order: ReviewOrder, page = 1): string {
  const parameters = new URLSearchParams({
    ...(order === "newest" ? {} : { sort: order }),
    ...(page === 1 ? {} : { page: String(page) }),
  });
  return parameters.size === 0 ? placeHref : `${placeHref}?${parameters}`;
}
