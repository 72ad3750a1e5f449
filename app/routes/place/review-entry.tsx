import { Link } from "react-router";
import { RATINGS } from "#app/domain/reviews/rating.ts";
import type { ReviewOrder } from "#app/domain/reviews/review-order.ts";
import { paths } from "#app/paths.ts";
import { MemberLink } from "#app/ui/member-link.tsx";
import { OneClick } from "#app/ui/one-click.tsx";
import { Stars } from "#app/ui/stars.tsx";
import type { PresentedReview } from "./present-place-page.ts";

type Props = { review: PresentedReview; order: ReviewOrder };

export function ReviewEntry({ review, order }: Props) {
  const { id, anchor, rating, by, body, dish, price, visited, posted, updated } = review;
  const ordered = [dish, price].filter(Boolean).join(", ");
  return (
    <article className="review" id={anchor} aria-label={`Review by ${by.handle}`}>
      <h3 className="score">
        <Stars filled={rating} />
        <strong>{rating}</strong>{" "}
        <span className="soft">
          out of 5: {RATINGS.find((candidate) => candidate.rating === rating)?.words}
        </span>
        <span className="visually-hidden">, by {by.handle}</span>
      </h3>
      <p className="review-body" dir="auto">
        {body}
      </p>
      <p className="review-facts">
        <MemberLink {...by} />
        {visited ? (
          <>
            {" · visited "}
            <time dateTime={visited.iso}>{visited.text}</time>
          </>
        ) : (
          <>
            {" · "}
            <time dateTime={posted.iso}>{posted.text}</time>
          </>
        )}
        {ordered && (
          <>
            {" · "}
            <bdi>{ordered}</bdi>
          </>
        )}
        {updated && ` · changed ${updated}`}
        {" · "}
        <Link to={paths.review(id)} aria-label={`Link to the review by ${by.handle}`}>
          Link
        </Link>
      </p>
      <OneClick action={paths.reviewHelpful(review.id)} fields={{ intent: "helpful", sort: order }}>
        Helpful{review.helpful > 0 && ` (${review.helpful})`}
        <span className="visually-hidden"> review by {by.handle}</span>
      </OneClick>
    </article>
  );
}
