export const RATINGS = [
  { rating: 5, words: "excellent, I tell people" },
  { rating: 4, words: "good, I would return" },
  { rating: 3, words: "fine if you are passing" },
  { rating: 2, words: "disappointing" },
  { rating: 1, words: "avoid" },
] as const;

/** "good, I would return" */
export function ratingWords(rating: number): string {
  return RATINGS.find((candidate) => candidate.rating === rating)?.words ?? "";
}

export function meanRating(ratingSum: number, reviewCount: number): string | undefined {
  return reviewCount === 0 ? undefined : (ratingSum / reviewCount).toFixed(1);
}

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
