import { Link } from "react-router";
import { LISTS, type ListName } from "#app/domain/lists/list-name.ts";
import { paths } from "#app/paths.ts";
import { OneClick } from "#app/ui/one-click.tsx";
import type { PresentedPlace } from "./present-place-page.ts";

export function PlaceActions({ place }: { place: PresentedPlace }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <nav className="actions row" aria-label="What to do here" tabIndex={0}>
      {!place.closed && place.directions && (
        // A wide screen has it beside the address.
        <a className="button narrow-only" href={place.directions.openStreetMap}>
          Directions
        </a>
      )}{" "}
      <ListButton slug={place.slug} list="want" />{" "}
      {!place.isLocked && (
        <Link className="button button-quiet" rel="nofollow" to={paths.placeReview(place.slug)}>
          {place.isUnrecommended ? "Be the first to recommend it" : "Write a review"}
        </Link>
      )}{" "}
      <ListButton slug={place.slug} list="been" />
    </nav>
  );
}

function ListButton({ slug, list }: { slug: string; list: ListName }) {
  return (
    <OneClick action={paths.placeLists(slug)} fields={{ intent: list }}>
      {LISTS.find((candidate) => candidate.list === list)?.button}
    </OneClick>
  );
}
