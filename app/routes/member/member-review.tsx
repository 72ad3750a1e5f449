import { Link } from "react-router";
import { RATINGS } from "#app/domain/reviews/rating.ts";
import { Stars } from "#app/ui/stars.tsx";
import type { PresentedReview } from "./present-profile.ts";

export function MemberReview({ review }: { review: PresentedReview }) {
  const { place, rating, body, ordered, when, iso } = review;
  return (
    <article className="review" aria-label={`Review of ${place.name}`}>
      <h3>
        <Link to={place.href}>
          <bdi>{place.name}</bdi>
        </Link>
      </h3>
      <p className="score">
        <Stars filled={rating} />
        <strong>{rating}</strong>{" "}
        <span className="soft">
          out of 5: {RATINGS.find((candidate) => candidate.rating === rating)?.words}
        </span>
      </p>
      <p className="review-body" dir="auto">
        {body}
      </p>
      <p className="review-facts">
        <time dateTime={iso}>{when}</time>
        {ordered && (
          <>
            {" · "}
            <bdi>{ordered}</bdi>
          </>
        )}
      </p>
    </article>
  );
}
