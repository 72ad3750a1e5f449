import { paidWords } from "#app/domain/reviews/price.ts";
import { RATINGS } from "#app/domain/reviews/rating.ts";
import type { FoundReview } from "#app/domain/reviews/review-page.server.ts";
import { dayInLondon, formatDay } from "#app/domain/text/dates.ts";
import { paths } from "#app/paths.ts";
import { anchorOfReview } from "#app/ui/review-anchor.ts";

export function presentReview(review: FoundReview) {
  const { id, rating, body, dish, visitedOn, createdAt, updatedAt, member, place } = review;
  const posted = dayInLondon(createdAt);
  const changed = dayInLondon(updatedAt);
  const href = paths.place(place.slug);
  return {
    id,
    forms: { change: paths.placeReview(place.slug), delete: paths.reviewDelete(id) },
    onPlaceHref: `${href}#${anchorOfReview(review)}`,
    place: { slug: place.slug, name: place.name, href },
    by: member.handle,
    rating,
    words: RATINGS.find((candidate) => candidate.rating === rating)?.words,
    body,
    facts: [
      visitedOn && `Visited ${formatDay(visitedOn)}`,
      dish,
      paidWords(review),
      `posted ${formatDay(posted)}`,
      changed !== posted && `changed ${formatDay(changed)}`,
    ]
      .filter(Boolean)
      .join(" · "),
  };
}
