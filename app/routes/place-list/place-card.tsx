import { Link } from "react-router";
import type { PlaceQuery } from "#app/domain/places/place-query.ts";
import { paths } from "#app/paths.ts";
import { Marked } from "#app/ui/marked.tsx";
import { Score } from "#app/ui/score.tsx";
import type { PresentedPlace } from "./present-place.ts";
import { WhyHere } from "./why-here.tsx";

type Props = { place: PresentedPlace; query: PlaceQuery };

export function PlaceCard({ place, query }: Props) {
  const {
    number,
    slug,
    cuisines,
    price,
    isPriceBand,
    walk,
    hours,
    street,
    badges,
    quote,
    seenBy,
    seenAgo,
  } = place;
  const name = place.name.join("");
  return (
    <li className="card" data-place={number}>
      <div className="card-body">
        <h3>
          <Link to={paths.place(slug)} viewTransition>
            <bdi>
              <Marked text={place.name} />
            </bdi>
          </Link>
          {badges.map((badge) => (
            <span className="badge" key={badge}>{` ${badge}`}</span>
          ))}
        </h3>
        <p className="facts-line">
          <Marked text={cuisines} />
          {" · "}
          <strong>{price}</strong>
          {isPriceBand ? " by band · " : " · "}
          <span className="one-word">{walk}</span>
          {" · "}
          <span className={hours.isOpen ? "open one-word" : "one-word"}>{hours.words}</span>
        </p>
        <Score ratingSum={place.ratingSum} reviewCount={place.reviewCount} />
        {quote ? (
          <p className="quote">
            “
            <bdi>
              <Marked text={quote.text} />
            </bdi>
            {"” "}
            <cite>
              <bdi>{quote.by}</bdi>
              {`, ${quote.ago}`}
            </cite>
          </p>
        ) : (
          <p className="quote">
            <Link to={paths.placeReview(slug)}>
              Be the first to say what it is like
              <span className="visually-hidden">{` at ${name}`}</span>
            </Link>
          </p>
        )}
        <p className="card-foot">
          <bdi>
            <Marked text={street} />
          </bdi>
          {seenBy && (
            <>
              {` · last confirmed open ${seenAgo} by `}
              <bdi>{seenBy}</bdi>
            </>
          )}
        </p>
        <div className="card-actions">
          <WhyHere place={place} name={name} query={query} />
          <label className="compare">
            <input type="checkbox" name="place" value={slug} /> Compare
            <span className="visually-hidden">{` ${name}`}</span>
          </label>
        </div>
      </div>
    </li>
  );
}
