/** How many ratings of the site's mean every place starts with. The triggers in the first migration use it too. */
export const PRIOR_WEIGHT = 4;

/**
 * The score by which "best" is sorted: the mean of a place's ratings, shrunk towards the site's mean, so that one
 * five-star review does not beat twenty of 4.8. (4 * siteMean + ratingSum) / (4 + reviewCount), a Bayesian average.
 * @returns undefined when there are no ratings
 */
export function shrunkScore(
  ratingSum: number,
  reviewCount: number,
  siteMean: number,
): number | undefined {
  if (reviewCount === 0) return undefined;
  return (PRIOR_WEIGHT * siteMean + ratingSum) / (PRIOR_WEIGHT + reviewCount);
}
