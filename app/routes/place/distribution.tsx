import { Link } from "react-router";
import type { ReviewChoice } from "#app/domain/reviews/review-order.ts";
import { paths } from "#app/paths.ts";

type Props = {
  slug: string;
  ratings: { rating: number; count: number }[];
  reviewCount: number;
  choice: ReviewChoice;
};

/** Each rating that somebody gave leads to its reviews. */
export function Distribution({ slug, ratings, reviewCount, choice }: Props) {
  return (
    <nav aria-label="What people gave it">
      <ul className="distribution">
        {ratings.map(({ rating, count }) => {
          const bar = (
            <>
              <strong>
                {rating}
                <span aria-hidden="true">★</span>
                <span className="visually-hidden">{rating === 1 ? " star" : " stars"}: </span>
              </strong>{" "}
              <span className="soft">
                {count}
                <span className="visually-hidden">{count === 1 ? " rating" : " ratings"}</span>
              </span>
              <svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">
                <rect width={(100 * count) / reviewCount} height="10" />
              </svg>
            </>
          );
          const href = paths.placeReviews(slug, { ...choice, stars: rating, page: 1 });
          return (
            <li key={rating}>
              {count === 0 ? (
                <span>{bar}</span>
              ) : (
                <Link
                  rel="nofollow"
                  to={`${href}#reviews`}
                  aria-current={rating === choice.stars ? "true" : undefined}
                >
                  {bar}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
