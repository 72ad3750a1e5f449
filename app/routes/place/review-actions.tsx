import { Form, Link } from "react-router";
import type { ReviewOrder } from "#app/domain/reviews/review-order.ts";
import { paths } from "#app/paths.ts";
import type { PresentedReview } from "./present-place-page.ts";

type Props = { review: PresentedReview; order: ReviewOrder };

export function ReviewActions({ review: { id, by, helpful }, order }: Props) {
  return (
    <div className="review-actions">
      <Form method="post" action={paths.reviewHelpful(id)}>
        {order !== "newest" && <input type="hidden" name="sort" value={order} />}
        <button type="submit" className="text-button" name="intent" value="helpful">
          Helpful
          <span className="visually-hidden"> review by {by.handle}</span>
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
    </div>
  );
}
