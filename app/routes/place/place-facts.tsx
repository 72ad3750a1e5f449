import { Fragment } from "react";
import { Link } from "react-router";
import { capitalised } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";
import { MOST_CUISINES } from "./fact-line.tsx";
import { Fold } from "./fold.tsx";
import { GoodToKnow } from "./good-to-know.tsx";
import type { PresentedDietsAndFeatures } from "./present-diets-and-features.ts";
import type { PresentedPlace } from "./present-place-page.ts";
import type { PresentedPrices } from "./present-prices.ts";
import { PriceCourse } from "./price-course.tsx";

type Props = {
  place: PresentedPlace;
  prices: PresentedPrices | undefined;
  dietsAndFeatures: PresentedDietsAndFeatures;
};

export function PlaceFacts({ place, prices, dietsAndFeatures }: Props) {
  return (
    <Fold id="facts" title="At a glance" summary="Facts" more="price, diets, good for">
      <dl className="facts">
        <dt className={servedInLine(place)}>Serves</dt>
        <dd className={servedInLine(place)}>
          {place.cuisines.length === 0 && (
            <Link to={paths.placeEdit(place.slug)}>Say what it serves</Link>
          )}
          {place.cuisines.map(({ name, href }, index) => (
            <Fragment key={href}>
              {index > 0 && ", "}
              <Link to={href}>{name}</Link>
            </Fragment>
          ))}
        </dd>
        <dt>Usually</dt>
        <dd>
          <PriceFacts price={place.price} reviewForm={paths.placeReview(place.slug)} />
          {prices && <PriceCourse prices={prices} />}
        </dd>
        {place.website && (
          <>
            <dt>Website</dt>
            <dd>
              <a href={place.website.href} rel="nofollow ugc noopener">
                {place.website.text}
              </a>
            </dd>
          </>
        )}
      </dl>
      <GoodToKnow known={dietsAndFeatures.known} />
    </Fold>
  );
}

/** A wide screen has all of them in the line under the name. */
function servedInLine({ cuisines }: PresentedPlace): string | undefined {
  return cuisines.length > 0 && cuisines.length <= MOST_CUISINES ? "narrow-only" : undefined;
}

type PriceProps = { price: PresentedPlace["price"]; reviewForm: string };

function PriceFacts({ price: { meal, of, others }, reviewForm }: PriceProps) {
  return (
    <>
      {meal && `${meal} a head `}
      {!meal && others.length === 0 && "Nobody has said. "}
      <span className="soft">{of ? `(${of})` : meal && "by band."}</span>
      {others.length > 0 && ` ${capitalised(others.join(", "))}. `}
      {!of && (
        <Link className="soft" rel="nofollow" to={reviewForm}>
          {others.length > 0 ? "Say what you paid for a meal" : "Say what you paid"}
        </Link>
      )}
    </>
  );
}
