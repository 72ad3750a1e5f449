import { Fragment } from "react";
import { Link } from "react-router";
import { capitalised } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";
import { ImportSource } from "#app/ui/import-source.tsx";
import { MemberLink } from "#app/ui/member-link.tsx";
import type { PresentedPlace } from "./present-place-page.ts";

type Props = {
  place: PresentedPlace;
  /** What is said of these facts. */
  children: React.ReactNode;
};

export function PlaceFacts({ place, children }: Props) {
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">At a glance</h2>
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
        <dt>From campus</dt>
        <dd>
          {place.walk?.href ? (
            <>
              {place.walk.words}, <Link to={place.walk.href}>see it on the map</Link>
            </>
          ) : (
            <>
              {place.walk ? `${place.walk.words}, not on the map yet.` : "Walk unknown."}{" "}
              <Link rel="nofollow" to={paths.placeEdit(place.slug)}>
                Say where it is
              </Link>
            </>
          )}
        </dd>
        <dt>Address</dt>
        <dd>
          <bdi>{place.street}</bdi>, <span className="one-word">{place.postcode}</span>
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
      {children}
      <p>
        <Link rel="nofollow" to={paths.placeEdit(place.slug)}>
          Correct its name, address or price
        </Link>
      </p>
      <p className="hint">
        <Link to={paths.placeHistory(place.slug)}>Changes to this page</Link>
      </p>
    </section>
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
