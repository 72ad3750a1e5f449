import type { listFormerReviews } from "#app/domain/reviews/own-review.server.ts";
import { RATINGS } from "#app/domain/reviews/rating.ts";
import { dayInLondon, formatDay } from "#app/domain/text/dates.ts";

type FormerReview = Awaited<ReturnType<typeof listFormerReviews>>[number];

export function presentFormerReview({ id, rating, body, writtenAt }: FormerReview) {
  const words = RATINGS.find((candidate) => candidate.rating === rating)?.words;
  return {
    id,
    body,
    heading: `${formatDay(dayInLondon(writtenAt))}, ${rating} out of 5: ${words}`,
  };
}

/** Only their author sees them. */
export function FormerReviews({ former }: { former: ReturnType<typeof presentFormerReview>[] }) {
  if (former.length === 0) return null;
  return (
    <details className="former-reviews">
      <summary>What you said before</summary>
      <p className="soft">Only you see this.</p>
      {former.map(({ id, body, heading }) => (
        <article key={id}>
          <p className="soft">{heading}</p>
          <p className="review-body" dir="auto">
            {body}
          </p>
        </article>
      ))}
    </details>
  );
}
