import { Link } from "react-router";
import { REVIEW_ORDERS, type ReviewOrder, reviewsHref } from "#app/domain/reviews/review-order.ts";

/** Links to the orders in which the reviews of a place can be read. */
export function ReviewOrders({ place, order }: { place: { href: string }; order: ReviewOrder }) {
  return (
    <nav aria-label="Order of reviews">
      <ul className="switch">
        {REVIEW_ORDERS.map(({ order: other, words }) => (
          <li key={other}>
            <Link
              to={`${reviewsHref(place.href, other)}#reviews`}
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
