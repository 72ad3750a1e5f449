import { Fragment } from "react";
import { Link } from "react-router";
import type { PresentedPlace } from "./present-place-page.ts";

export function PlaceFacts({ place }: { place: PresentedPlace }) {
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">At a glance</h2>
      <dl className="facts">
        <dt>Serves</dt>
        <dd>
          {place.cuisines.map(({ name, href }, index) => (
            <Fragment key={href}>
              {index > 0 && ", "}
              <Link to={href}>{name}</Link>
            </Fragment>
          ))}
        </dd>
        <dt>Usually</dt>
        <dd>{place.price} a head</dd>
        <dt>Address</dt>
        <dd>
          <bdi>{place.street}</bdi>, <span className="one-word">{place.postcode}</span>
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
        <dt>Recommended</dt>
        <dd>
          {place.recommended.by && (
            <>
              by <bdi>{place.recommended.by}</bdi>,{" "}
            </>
          )}
          {place.recommended.on}
        </dd>
      </dl>
    </section>
  );
}
