import { Link } from "react-router";
import { ratingWords } from "#app/domain/reviews/rating.ts";
import type { ReviewOrder } from "#app/domain/reviews/review-order.ts";
import { paths } from "#app/paths.ts";
import { MemberLink } from "#app/ui/member-link.tsx";
import type { PresentedQuote } from "./present-place-page.ts";
import { ReviewActions } from "./review-actions.tsx";
import { ReviewFacts } from "./review-facts.tsx";

type Props = { slug: string; quote: PresentedQuote; order: ReviewOrder };

/** Where the sentence is all that its review says, it stands for the review. */
export function BestQuote({ slug, quote: { id, text, by, on, whole }, order }: Props) {
  const words = (
    <blockquote>
      <p>
        “<bdi>{text}</bdi>”
      </p>
    </blockquote>
  );
  if (!whole) {
    return (
      <div className="best-quote">
        {words}
        <p className="review-facts">
          <Link to={paths.review(id)}>
            <bdi>{by}</bdi>, {on}
          </Link>
        </p>
      </div>
    );
  }
  return (
    <article className="review best-quote" id={whole.anchor} aria-label={`Review by ${by}`}>
      {words}
      <p className="review-facts">
        <span className="visually-hidden">{`${whole.rating} out of 5: ${ratingWords(whole.rating)}, by `}</span>
        <MemberLink {...whole.by} />
        {" · "}
        <ReviewFacts review={whole} />
      </p>
      <ReviewActions slug={slug} review={whole} order={order} />
    </article>
  );
}
