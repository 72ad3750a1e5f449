import { Link } from "react-router";
import { LISTS } from "#app/domain/lists/list-name.ts";
import { paths } from "#app/paths.ts";
import { OneClick } from "#app/ui/one-click.tsx";
import type { PresentedPlace } from "./present-place-page.ts";

export function PlaceActions({ place }: { place: PresentedPlace }) {
  return (
    <div className="actions">
      {!place.closed && (
        // A wide screen has it beside the address.
        <a className="button narrow-only" href={place.directions.openStreetMap}>
          Directions
        </a>
      )}{" "}
      {!place.isLocked && (
        <Link className="button button-quiet" rel="nofollow" to={paths.placeReview(place.slug)}>
          {place.isUnrecommended ? "Be the first to recommend it" : "Write a review"}
        </Link>
      )}{" "}
      {LISTS.map(({ list, button }) => (
        <OneClick action={paths.placeLists(place.slug)} fields={{ intent: list }} key={list}>
          {button}
        </OneClick>
      ))}
    </div>
  );
}
