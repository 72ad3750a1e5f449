import { Link } from "react-router";
import type { PlaceQuery } from "#app/domain/places/place-query.ts";
import { PRIOR_WEIGHT, shrunkScore } from "#app/domain/ranking/score.ts";
import { paths } from "#app/paths.ts";
import type { PresentedPlace } from "./present-place.ts";

type Props = { place: PresentedPlace; name: string; query: PlaceQuery };

/** Says how a place came to its number in the list. */
export function WhyHere({ place, name, query }: Props) {
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

function Reason({ place, query }: Omit<Props, "name">) {
  const { price, isPriceBand, walk, reviewCount } = place;
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
      return isPriceBand
        ? `Nobody has said what they paid in the last 12 months, so the most of its price band counts: ${price}.`
        : `The middle of what people paid in the last 12 months: ${price}.`;
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
  if (score === undefined)
    return "Without ratings a place has no score, so it comes after those that have one.";
  return (
    <>
      {`Its score is (${PRIOR_WEIGHT} × ${siteMean} + ${ratingSum}) ÷ (${PRIOR_WEIGHT} + ${reviewCount}) = `}
      <strong>{score.toFixed(2)}</strong>
      {`: ${PRIOR_WEIGHT} ratings of the site’s mean, ${siteMean}, and then the sum and the number of its own. `}
      <Link to={paths.ranking}>How the order is worked out</Link>
    </>
  );
}
