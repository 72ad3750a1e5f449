import { Link } from "react-router";
import { paths } from "#app/paths.ts";
import type { PresentedHours } from "./present-hours.ts";
import type { PresentedPlace } from "./present-place-page.ts";
import type { PresentedSightings } from "./present-sightings.ts";

type Props = { place: PresentedPlace; sightings: PresentedSightings; hours: PresentedHours };

export function PlaceNotices({ place, sightings, hours }: Props) {
  return (
    <>
      {place.isLocked && (
        <div className="notice closed-notice">
          <p>
            <strong>Locked by a moderator</strong>: it takes no reviews, corrections or sightings at
            the moment.
          </p>
        </div>
      )}
      {place.closed && (
        <div className="notice closed-notice">
          <p>
            <strong>Closed for good</strong> since {place.closed}. What people said of it stays
            here.
          </p>
          {sightings.openOn && (
            <p>
              Somebody found it open on {sightings.openOn}.{" "}
              <Link rel="nofollow" to={paths.placeEdit(place.slug)}>
                Say that it is not closed
              </Link>
            </p>
          )}
        </div>
      )}
      {place.isUnrecommended && (
        <div className="notice">
          <p>
            <strong>Nobody has recommended it yet</strong>: its page was made from{" "}
            {place.sources.includes("places") ? "a list" : "a public register"} on{" "}
            {place.recommended.on}.
          </p>
        </div>
      )}
      {sightings.isUnconfirmed && !place.isUnrecommended && (
        <div className="notice">
          <p>
            <strong>Unconfirmed</strong>:{" "}
            {sightings.confirmed
              ? `it was last found open ${sightings.confirmed.ago}. `
              : "nobody has found it open for half a year. "}
            <a href="#still-there">Is it still here?</a>
          </p>
        </div>
      )}
      {!sightings.isUnconfirmed && hours.isOutdated && !place.closed && (
        <div className="notice">
          <p>
            <strong>Its hours are unconfirmed</strong>: somebody last said them {hours.confirmed}.{" "}
            <a href="#hours">Are they still right?</a>
          </p>
        </div>
      )}
      {place.vanished && !place.closed && (
        <div className="notice">
          <p>
            <strong>It may have closed</strong>: the register that it came from had it no more on{" "}
            {place.vanished}. Is it? Say so below, or that it is still here.
          </p>
        </div>
      )}
      {sightings.closedOn && (
        <div className="notice">
          <p>
            <strong>Somebody found it closed</strong> on {sightings.closedOn}: is it? Say so below,
            or that it is still here.
          </p>
        </div>
      )}
      {sightings.movedOn && (
        <div className="notice">
          <p>
            <strong>Somebody found that it has moved</strong> on {sightings.movedOn}.{" "}
            <Link rel="nofollow" to={paths.placeEdit(place.slug)}>
              Give its new address
            </Link>
          </p>
        </div>
      )}
    </>
  );
}
