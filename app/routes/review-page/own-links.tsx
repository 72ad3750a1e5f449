import { Link } from "react-router";
import { useOwnMarksOf } from "#app/ui/own-marks.ts";
import type { presentReview } from "./present-review.ts";

type Props = { review: ReturnType<typeof presentReview> };

/** The page is cached for everybody, so it cannot know by itself whether its reader is the author. */
export function OwnLinks({ review: { id, place, forms } }: Props) {
  const isOwn = useOwnMarksOf(place.slug)?.reviewId === id;
  return (
    <p className="hint">
      {isOwn ? "You wrote this:" : "If you wrote this:"}{" "}
      <Link rel="nofollow" to={forms.change}>
        change it
      </Link>{" "}
      or{" "}
      <Link rel="nofollow" to={forms.delete}>
        delete it
      </Link>
      .
    </p>
  );
}
