import { Link } from "react-router";
import { REVIEW_ORDERS, type ReviewOrder } from "#app/domain/reviews/review-order.ts";
import { paths } from "#app/paths.ts";

export function ReviewOrders({ place, order }: { place: { slug: string }; order: ReviewOrder }) {
  return (
    <nav aria-label="Order of reviews">
      <ul className="switch">
        {REVIEW_ORDERS.map(({ order: other, words }) => (
          <li key={other}>
            <Link
              rel="nofollow"
              to={`${paths.placeReviews(place.slug, other)}#reviews`}
              aria-current={other === order ? "true" : undefined}
            >
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
