import { Link } from "react-router";
import { placeHref, reviewFormHref } from "#app/domain/places/place-href.ts";
import { PRIOR_WEIGHT } from "#app/domain/ranking/score.ts";
import { Score } from "#app/ui/score.tsx";
import type { PresentedPlace } from "./present-place.ts";

type Props = {
  place: PresentedPlace;
  /** Whether the score decides the order, so that its sum explains this row's place in it. */
  explained: boolean;
};

export function PlaceCard({ place, explained }: Props) {
  const { number, slug, name, street, cuisines, price, closed, quote, ratingSum, reviewCount } = place;
  return (
    <li className="card">
      {/* Drawn by the style sheet: without it, and for screen readers, the list numbers itself. */}
      <span className="pin" data-number={number} />
      <div className="card-body">
        <h3>
          <Link to={placeHref(slug)} viewTransition>
            <bdi>{name}</bdi>
          </Link>
          {closed && " "}
          {closed && <span className="badge">closed for good</span>}
        </h3>
        <p className="facts-line">
          {cuisines} · <strong>{price}</strong> · {street}
        </p>
        <Score ratingSum={ratingSum} reviewCount={reviewCount} />
        {quote ? (
          <p className="quote">
            “<bdi>{quote.text}</bdi>” <cite>{quote.by}</cite>
          </p>
        ) : (
          <p className="quote">
            <Link to={reviewFormHref(slug)}>
              Be the first to say what it is like<span className="visually-hidden"> at {name}</span>
            </Link>
          </p>
        )}
        {explained && <WhyHere place={place} />}
      </div>
    </li>
  );
}

function WhyHere({ place: { number, name, score, siteMean, ratingSum, reviewCount } }: { place: PresentedPlace }) {
  return (
    <details className="why">
      <summary>
        Why is this number {number}?<span className="visually-hidden"> ({name})</span>
      </summary>
      {score === undefined ? (
        <p>Without ratings a place has no score, so it comes after those that have one.</p>
      ) : (
        <p>
          Its score is ({PRIOR_WEIGHT} × {siteMean} + {ratingSum}) ÷ ({PRIOR_WEIGHT} + {reviewCount}) ={" "}
          <strong>{score}</strong>: {PRIOR_WEIGHT} ratings of the site’s mean, {siteMean}, and its own {reviewCount},
          which add up to {ratingSum}. <Link to="/about#ranking">How the order is worked out</Link>
        </p>
      )}
    </details>
  );
}
