import { Form, Link } from "react-router";
import { RATINGS } from "#app/domain/reviews/rating.ts";
import type { ReviewOrder } from "#app/domain/reviews/review-order.ts";
import { paths } from "#app/paths.ts";
import { MemberLink } from "#app/ui/member-link.tsx";
import { Stars } from "#app/ui/stars.tsx";
import type { PresentedReview } from "./present-place-page.ts";

type Props = { review: PresentedReview; order: ReviewOrder };

export function ReviewEntry({ review, order }: Props) {
  const { id, anchor, rating, by, body, dish, price, visited, posted, updated } = review;
  const ordered = [dish, price].filter(Boolean).join(", ");
  const words = RATINGS.find((candidate) => candidate.rating === rating)?.words;
  const day = visited ?? posted;
  return (
    <article className="review" id={anchor} aria-label={`Review by ${by.handle}`}>
      <h3 className="score">
        <Stars filled={rating} />
        <span className="visually-hidden">{`${rating} out of 5: ${words}, by `}</span>
        <MemberLink {...by} />
      </h3>
      <p className="review-body" dir="auto">
        {body}
      </p>
      <p className="review-facts">
        <Link to={paths.review(id)}>
          {visited && "visited "}
          <time dateTime={day.iso}>{day.text}</time>
          <span className="visually-hidden">{`: the review by ${by.handle}`}</span>
        </Link>
        {ordered && (
          <>
            {" · "}
            <bdi>{ordered}</bdi>
          </>
        )}
        {updated && ` · changed ${updated}`}
      </p>
      <div className="review-actions">
        <Form method="post" action={paths.reviewHelpful(id)}>
          <input type="hidden" name="intent" value="helpful" />
          <input type="hidden" name="sort" value={order} />
          <button type="submit" className="text-button">
            Helpful
            <span className="visually-hidden"> review by {by.handle}</span>
          </button>
          {review.helpful > 0 && (
            <>
              {" "}
              <span className="soft">
                {review.helpful}
                <span className="visually-hidden"> found it so</span>
              </span>
            </>
          )}
        </Form>{" "}
        <Link rel="nofollow" to={paths.reviewFlag(id)}>
          Flag
          <span className="visually-hidden"> the review by {by.handle}</span>
        </Link>
      </div>
    </article>
  );
}
