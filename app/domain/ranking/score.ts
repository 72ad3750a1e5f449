/** How many ratings of the site's mean each place starts with; the triggers use it too. */
export const PRIOR_WEIGHT = 4;

/** Bayesian average: one five-star review does not beat twenty of 4.8. Undefined for no ratings. */
export function shrunkScore(
  ratingSum: number,
  reviewCount: number,
  siteMean: number,
): number | undefined {
  if (reviewCount === 0) return undefined;
  return (PRIOR_WEIGHT * siteMean + ratingSum) / (PRIOR_WEIGHT + reviewCount);
}
