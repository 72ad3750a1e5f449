import { Link } from "react-router";
import { Score } from "#app/ui/stars.tsx";
import type { PresentedDishPlace } from "./present-dish-place.ts";

export function DishPlaceCard({ place }: { place: PresentedDishPlace }) {
  const { name, href, isClosed, price, walk, quote } = place;
  return (
    <li className="dish-row">
      <h3>
        <Link to={href} viewTransition>
          <bdi>{name}</bdi>
        </Link>
        {isClosed && <span className="badge"> closed for good</span>}
      </h3>
      <Score ratingSum={place.ratingSum} reviewCount={place.reviewCount} />
      <p className="facts-line">
        <strong>{price}</strong> · <span className="one-word">{walk}</span>
      </p>
      <p className="quote">
        “<bdi>{quote.text}</bdi>”{" "}
        <cite>
          <bdi>{quote.by}</bdi>, {quote.ago}
        </cite>
      </p>
    </li>
  );
}
