import { Link } from "react-router";
import { type ListName, listButton, listMark } from "#app/domain/lists/list-name.ts";
import { paths } from "#app/paths.ts";
import { OneClick } from "#app/ui/one-click.tsx";
import { useOwnMarksOf } from "#app/ui/own-marks.ts";
import type { PresentedPlace } from "./present-place-page.ts";

export function PlaceActions({ place }: { place: PresentedPlace }) {
  const own = useOwnMarksOf(place.slug);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <nav className="actions row" aria-label="What to do here" tabIndex={0}>
      {!place.closed && place.directions && (
        // A wide screen has it beside the address.
        <a className="button narrow-only" href={place.directions.openStreetMap}>
          Directions
        </a>
      )}{" "}
      <ListButton slug={place.slug} list="want" isOn={own?.list === "want"} />{" "}
      {!place.isLocked && (
        <Link
          className="button button-quiet review-link"
          rel="nofollow"
          to={paths.placeReview(place.slug)}
        >
          {reviewWords(place, own?.reviewId !== undefined)}
        </Link>
      )}{" "}
      <ListButton slug={place.slug} list="been" isOn={own?.list === "been"} />
    </nav>
  );
}

function reviewWords({ isUnrecommended }: PresentedPlace, isReviewed: boolean): string {
  if (isReviewed) return "Change review";
  return isUnrecommended ? "Be the first to recommend it" : "Write a review";
}

type ListButtonProps = { slug: string; list: ListName; isOn: boolean };

/** Pressed again it takes the place off. */
function ListButton({ slug, list, isOn }: ListButtonProps) {
  return (
    <OneClick
      action={paths.placeLists(slug)}
      fields={{ intent: isOn ? "neither" : list }}
      className={`list-button list-button-${list}`}
      isOn={isOn}
    >
      {isOn ? (
        <>
          {listMark(list)}
          <span className="visually-hidden">(take it off)</span>
        </>
      ) : (
        listButton(list)
      )}
    </OneClick>
  );
}
