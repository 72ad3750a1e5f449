import { ratingWords } from "#app/domain/reviews/rating.ts";
import type { ReviewOrder } from "#app/domain/reviews/review-order.ts";
import { MemberLink } from "#app/ui/member-link.tsx";
import { Stars } from "#app/ui/stars.tsx";
import type { PresentedReview } from "./present-place-page.ts";
import { ReviewActions } from "./review-actions.tsx";
import { ReviewFacts } from "./review-facts.tsx";

type Props = { slug: string; review: PresentedReview; order: ReviewOrder };

export function ReviewEntry({ slug, review, order }: Props) {
  const { anchor, rating, by, body } = review;
  return (
    <article className="review" id={anchor} aria-label={`Review by ${by.handle}`}>
      <h3 className="score">
        <Stars filled={rating} />
        <span className="visually-hidden">{`${rating} out of 5: ${ratingWords(rating)}, by `}</span>
        <MemberLink {...by} />
      </h3>
      <p className="review-body" dir="auto">
        {body}
      </p>
      <p className="review-facts">
        <ReviewFacts review={review} />
      </p>
      <ReviewActions slug={slug} review={review} order={order} />
    </article>
  );
}
