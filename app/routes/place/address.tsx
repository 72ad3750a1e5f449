import { Link } from "react-router";
import { paths } from "#app/paths.ts";
import { type DrawnSpot, SpotMap } from "#app/ui/map/spot-map.tsx";
import { StreetAndPostcode } from "#app/ui/street-and-postcode.tsx";
import { Fold } from "./fold.tsx";
import type { PresentedPlace } from "./present-place-page.ts";

type Props = {
  place: PresentedPlace;
  /** Where it is known. */
  spotMap: DrawnSpot | undefined;
};

export function Address({ place, spotMap }: Props) {
  const { slug, street, postcode, walk, directions } = place;
  const address = <StreetAndPostcode street={street} postcode={postcode} />;
  return (
    <Fold id="address" title="Where it is" summary={address} more="map">
      {spotMap && <SpotMap map={spotMap} />}
      <div className="address">
        <p>
          <strong>{address}</strong>
          <br />
          {walk?.href ? (
            <>
              {walk.words} from campus, <Link to={walk.href}>see it on the map</Link>
            </>
          ) : (
            <>
              {walk ? `${walk.words} from campus, not on the map yet.` : "Walk unknown."}{" "}
              <Link rel="nofollow" to={paths.placeEdit(slug)}>
                Say where it is
              </Link>
            </>
          )}
        </p>
        {!place.closed && directions && (
          <>
            <a className="button" href={directions.openStreetMap}>
              Directions
            </a>
            <p className="soft">
              On openstreetmap.org, or <a href={directions.phone}>in your phone’s own map</a>
            </p>
          </>
        )}
      </div>
    </Fold>
  );
}
