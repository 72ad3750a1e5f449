import { Link } from "react-router";
import { paths } from "#app/paths.ts";
import type { PresentedReview } from "./present-place-page.ts";

/** When it was, which leads to the review by itself, and what they ate. */
export function ReviewFacts({ review }: { review: PresentedReview }) {
  const { id, by, day, isVisited, updated } = review;
  const ordered = [review.dish, review.price].filter(Boolean).join(", ");
  return (
    <>
      <Link to={paths.review(id)}>
        {isVisited && <span className="visually-hidden">visited </span>}
        <time dateTime={day.iso}>{day.text}</time>
        <span className="visually-hidden">{`: the review by ${by.handle}`}</span>
      </Link>
      {ordered && (
        <>
          {" · "}
          <bdi>{ordered}</bdi>
        </>
      )}
      {updated && ` · changed ${updated}`}
    </>
  );
}
