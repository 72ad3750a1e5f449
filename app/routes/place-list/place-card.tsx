import { Link } from "react-router";
import type { PlaceQuery } from "#app/domain/places/place-query.ts";
import { severalOf } from "#app/domain/places/price-band.ts";
import { PRIOR_WEIGHT, shrunkScore } from "#app/domain/ranking/score.ts";
import type { MarkedText } from "#app/domain/search/words.ts";
import { paths } from "#app/paths.ts";
import { Score } from "#app/ui/stars.tsx";
import type { PresentedPlace } from "./present.ts";

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
    confirmedBy,
    confirmedAgo,
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
          {cuisines.join("") !== "" && " · "}
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
            <Link rel="nofollow" to={paths.placeReview(slug)}>
              {place.isUnrecommended
                ? "Be the first to recommend it"
                : "Be the first to say what it is like"}
              <span className="visually-hidden">{` at ${name}`}</span>
            </Link>
          </p>
        )}
        <p className="card-foot">
          <bdi>
            <Marked text={street} />
          </bdi>
          {confirmedBy && (
            <>
              {` · last confirmed open ${confirmedAgo} by `}
              <bdi>{confirmedBy}</bdi>
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

type WhyProps = { place: PresentedPlace; name: string; query: PlaceQuery };

function WhyHere({ place, name, query }: WhyProps) {
  return (
    <details className="why">
      <summary>
        {`Why is this number ${place.number}?`}
        <span className="visually-hidden">{` (${name})`}</span>
      </summary>
      <p>
        <Reason place={place} query={query} />
      </p>
    </details>
  );
}

function Reason({ place, query }: Omit<WhyProps, "name">) {
  const { price, isPriceBand, walk, reviewCount } = place;
  if (place.isUnrecommended) {
    return "Nobody has recommended it yet: such places come after all that somebody has.";
  }
  switch (query.sort) {
    case "best":
      return <ScoreSum place={place} />;
    case "match":
      return (
        <>
          Words found in the name count most, then cuisines, dishes and the street; a place that
          only reviews mention comes after them. Equal ones stand by their score.{" "}
          <ScoreSum place={place} />
        </>
      );
    case "nearest":
      return `By the straight line${query.from ? " from where you are" : " from campus"}, times 1.3 for corners, at 80 metres a minute: ${walk}.`;
    case "cheapest":
      if (!place.isPriceKnown) {
        return `Nobody has said what they paid for ${severalOf(query.priceKind)} in the last 12 months, so it comes after those where somebody has.`;
      }
      return isPriceBand
        ? `Nobody has said what they paid for a meal in the last 12 months, so the most of its price band counts: ${price}.`
        : `The middle of what people paid for ${severalOf(query.priceKind)} in the last 12 months: ${price}.`;
    case "newest":
      return "The places recommended last come first.";
    case "most-reviewed":
      return `It has ${reviewCount === 1 ? "1 review" : `${reviewCount} reviews`}.`;
    case "name":
      return "By name, without a leading “the”.";
  }
}

function ScoreSum({ place: { siteMean, ratingSum, reviewCount } }: { place: PresentedPlace }) {
  const score = shrunkScore(ratingSum, reviewCount, siteMean);
  if (score === undefined) {
    return "Without ratings a place has no score, so it comes after those that have one.";
  }
  return (
    <>
      {`Its score is (${PRIOR_WEIGHT} × ${siteMean} + ${ratingSum}) ÷ (${PRIOR_WEIGHT} + ${reviewCount}) = `}
      <strong>{score.toFixed(2)}</strong>
      {`: ${PRIOR_WEIGHT} ratings of the site’s mean, ${siteMean}, and then the sum and the number of its own. `}
      <Link to={paths.ranking}>How the order is worked out</Link>
    </>
  );
}

function Marked({ text }: { text: MarkedText }) {
  return text.map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name
    index % 2 === 1 ? <mark key={index}>{part}</mark> : part,
  );
}
