import { Fragment } from "react";
import { Link } from "react-router";
import { capitalised } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";
import { ImportSource } from "#app/ui/import-source.tsx";
import { MemberLink } from "#app/ui/member-link.tsx";
import { Fold } from "./fold.tsx";
import { GoodToKnow } from "./good-to-know.tsx";
import type { PresentedDietsAndFeatures } from "./present-diets-and-features.ts";
import type { PresentedPlace } from "./present-place-page.ts";

type Props = { place: PresentedPlace; dietsAndFeatures: PresentedDietsAndFeatures };

export function PlaceFacts({ place, dietsAndFeatures }: Props) {
  return (
    <Fold id="facts" title="At a glance" summary="Facts" more="price, diets, good for">
      <dl className="facts">
        <dt>Serves</dt>
        <dd>
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
        </dd>
        <dt>Website</dt>
        <dd>
          {place.website ? (
            <a href={place.website.href} rel="nofollow ugc noopener">
              {place.website.text}
            </a>
          ) : (
            <Link rel="nofollow" to={paths.placeEdit(place.slug)}>
              Add its website
            </Link>
          )}
        </dd>
        <dt>Recommended</dt>
        <dd>
          {place.recommended.by && (
            <>
              by <MemberLink {...place.recommended.by} />,{" "}
            </>
          )}
          {place.isUnrecommended && "Not yet, by anyone. "}
          {place.sources.length > 0
            ? `Its page was made ${place.recommended.on}.`
            : place.recommended.on}
        </dd>
        {place.sources.length > 0 && (
          <>
            <dt>Sources</dt>
            {place.sources.map((source) => (
              <dd key={source}>
                <ImportSource source={source} />
              </dd>
            ))}
          </>
        )}
      </dl>
      <GoodToKnow dietsAndFeatures={dietsAndFeatures} factsHref={paths.placeFacts(place.slug)} />
    </Fold>
  );
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
