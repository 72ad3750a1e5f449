import { Link, useLocation } from "react-router";
import { REVIEW_ORDERS, type ReviewChoice } from "#app/domain/reviews/review-order.ts";
import { paths } from "#app/paths.ts";

type Props = { place: { slug: string }; choice: ReviewChoice };

export function ReviewOrders({ place, choice }: Props) {
  const { key } = useLocation();
  const now = REVIEW_ORDERS.find(({ order }) => order === choice.order)?.words ?? "";
  return (
    // A new one for each address, since a menu closes when something in it was chosen.
    <details className="order" key={key}>
      <summary>
        <span className="visually-hidden">Order of reviews: </span>
        {now}
      </summary>
      <ul>
        {REVIEW_ORDERS.map(({ order, words }) => (
          <li key={order}>
            <Link
              rel="nofollow"
              to={`${paths.placeReviews(place.slug, { ...choice, order, page: 1 })}#reviews`}
              aria-current={order === choice.order ? "true" : undefined}
            >
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
