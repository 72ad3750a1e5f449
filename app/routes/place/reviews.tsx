import { Link } from "react-router";
import {
  NEWEST_REVIEWS,
  REVIEW_ORDERS,
  type ReviewChoice,
} from "#app/domain/reviews/review-order.ts";
import { countOf, pageOf } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";
import { useOwnMarksOf } from "#app/ui/own-marks.ts";
import { Pagination } from "#app/ui/pagination.tsx";
import { NoticeSentences } from "#app/ui/query-notes.tsx";
import { TwinLinks } from "#app/ui/twin-links.tsx";
import type { Route } from "./+types/route";
import { HiddenReviewNotes } from "./hidden-review-notes.tsx";
import { RatingTrend } from "./rating-trend.tsx";
import { ReviewEntry } from "./review-entry.tsx";
import { ReviewOrders } from "./review-orders.tsx";
import { ReviewSearch } from "./review-search.tsx";

type Props = Pick<
  NonNullable<Route.ComponentProps["loaderData"]["value"]>,
  | "place"
  | "quote"
  | "choice"
  | "ignored"
  | "count"
  | "pages"
  | "isSearchable"
  | "asOf"
  | "trend"
  | "reviews"
  | "hiddenReviewNotes"
>;

export function Reviews(props: Props) {
  const { place, quote, choice, count, pages, reviews, hiddenReviewNotes } = props;
  const { page, order } = choice;
  const isChosen = choice.stars !== undefined || choice.search !== "";
  const whichPage = pageOf(page, pages);
  return (
    <section className="reviews" aria-labelledby="reviews">
      <div className="list-header">
        <h2 id="reviews">
          {quote?.whole ? countOf(count - 1, "more review") : headingOf(count, choice)}
          {whichPage && <span className="soft">{whichPage}</span>}
        </h2>
        {isChosen && (
          <Link to={`${paths.place(place.slug)}#reviews`}>
            All {countOf(place.reviewCount, "review")}
          </Link>
        )}
        {count > 1 && <ReviewOrders place={place} choice={choice} />}
      </div>
      <p className="print-only soft">{printedChoice(choice, props.asOf)}</p>
      {props.isSearchable && <ReviewSearch slug={place.slug} choice={choice} />}
      <NoticeSentences sentences={props.ignored} />
      {!isChosen && <RatingTrend trend={props.trend} />}
      {place.reviewCount > 0 && !place.isLocked && <OwnReview slug={place.slug} />}
      {place.reviewCount === 0 && !place.isLocked && (
        <div className="empty">
          <p>
            {place.isUnrecommended
              ? "Nobody has recommended it yet."
              : "Nobody has said what it is like."}{" "}
            If you have been, a rating and a sentence is all it takes.
          </p>
          <Link className="button" rel="nofollow" to={paths.placeReview(place.slug)}>
            Write the first review
          </Link>
        </div>
      )}
      {count === 0 && choice.search !== "" && <NoneFound place={place} choice={choice} />}
      {reviews.map((review) => (
        <ReviewEntry key={review.id} slug={place.slug} review={review} order={order} />
      ))}
      {page === 1 && !isChosen && <HiddenReviewNotes hiddenReviewNotes={hiddenReviewNotes} />}
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(number) =>
          `${paths.placeReviews(place.slug, { ...choice, page: number })}#reviews`
        }
        label="Pages of reviews"
      />
      <TwinLinks page="/places/:slug" path={paths.placeReviews(place.slug, choice)} />
    </section>
  );
}

function OwnReview({ slug }: { slug: string }) {
  const isKnown = useOwnMarksOf(slug)?.reviewId !== undefined;
  return (
    <p className="own-review soft">
      <Link rel="nofollow" to={paths.placeReview(slug)}>
        {isKnown ? "You reviewed this: change it" : "Is one of them yours? Change it"}
      </Link>
    </p>
  );
}

function NoneFound({ place, choice }: Pick<Props, "place" | "choice">) {
  const { stars, search } = choice;
  return (
    <div className="empty">
      <p>
        No review here has “<bdi>{search}</bdi>”
        {stars !== undefined && ` and ${countOf(stars, "star")}`}.
      </p>
      <ul>
        {stars !== undefined && (
          <li>
            <Link
              rel="nofollow"
              to={`${paths.placeReviews(place.slug, { ...NEWEST_REVIEWS, search })}#reviews`}
            >
              Search those with any stars
            </Link>
          </li>
        )}
        <li>
          <Link to={`${paths.place(place.slug)}#reviews`}>
            All {countOf(place.reviewCount, "review")}
          </Link>
        </li>
      </ul>
    </div>
  );
}

/** What paper has to say of the reviews on it. */
function printedChoice(choice: ReviewChoice, asOf: string): string {
  const order = REVIEW_ORDERS.find((one) => one.order === choice.order)?.words ?? "";
  return `Reviews${withChosen(choice)}, ${order.toLowerCase()}. As of ${asOf}.`;
}

/** " with 5 stars and “queue”" */
function withChosen({ stars, search }: ReviewChoice): string {
  const chosen = [
    ...(stars === undefined ? [] : [countOf(stars, "star")]),
    ...(search === "" ? [] : [`“${search}”`]),
  ].join(" and ");
  return chosen === "" ? "" : ` with ${chosen}`;
}

function headingOf(count: number, choice: ReviewChoice): string {
  const of = withChosen(choice);
  return count === 0 ? `No reviews${of || " yet"}` : `${countOf(count, "review")}${of}`;
}
