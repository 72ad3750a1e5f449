import { Form, Link } from "react-router";
import type { ReviewOrder } from "#app/domain/reviews/review-order.ts";
import { paths } from "#app/paths.ts";
import { useOwnMarksOf } from "#app/ui/own-marks.ts";
import type { PresentedReview } from "./present-place-page.ts";

type Props = { slug: string; review: PresentedReview; order: ReviewOrder };

export function ReviewActions({ slug, review: { id, by, helpful }, order }: Props) {
  const own = useOwnMarksOf(slug);
  const isOwn = own?.reviewId === id;
  const isHelpful = own?.helpful.includes(id) ?? false;
  return (
    <div className={isOwn ? "review-actions is-own" : "review-actions"}>
      <Form method="post" action={paths.reviewHelpful(id)}>
        {order !== "newest" && <input type="hidden" name="sort" value={order} />}
        <button
          type="submit"
          className="text-button"
          name="intent"
          value={isHelpful ? "not-helpful" : "helpful"}
          data-on={isHelpful || undefined}
        >
          {isHelpful && <span className="visually-hidden">You found this </span>}
          Helpful
          <span className="visually-hidden">
            {isHelpful ? ": take it back, " : " "}review by {by.handle}
          </span>
        </button>
        {helpful > 0 && (
          <>
            {" "}
            <span className="soft">
              {helpful}
              <span className="visually-hidden"> found it so</span>
            </span>
          </>
        )}
      </Form>{" "}
      <Link rel="nofollow" to={paths.reviewFlag(id)}>
        Flag
        <span className="visually-hidden"> the review by {by.handle}</span>
      </Link>
      {isOwn && (
        <Link className="own-link" to={paths.placeReview(slug)}>
          Yours: change it
        </Link>
      )}
    </div>
  );
}
