import { momentOnCampus } from "#app/domain/hours/campus-hours.server.ts";
import { findPlacePage } from "#app/domain/places/place-page.server.ts";
import { listReviews } from "#app/domain/reviews/list-reviews.server.ts";
import { parseReviewChoice } from "#app/domain/reviews/parse-review-choice.ts";
import { REVIEW_ORDERS, type ReviewChoice } from "#app/domain/reviews/review-order.ts";
import { countReviews, REVIEWS_PER_PAGE } from "#app/domain/reviews/review-pages.server.ts";
import { countOf, countPages } from "#app/domain/text/counting.ts";
import { dayInLondon } from "#app/domain/text/dates.ts";
import { missingPlace } from "#app/http/address.server.ts";
import { pageOfList } from "#app/open-data/kind.ts";
import { linesOfPlace } from "#app/open-data/places-kind.ts";
import { presentPlaceInFull } from "#app/open-data/present-place.ts";
import { presentListedReview } from "#app/open-data/present-review.ts";
import { reviewsKind } from "#app/open-data/reviews-kind.ts";
import { twinLoader } from "#app/open-data/twin.server.ts";
import { paths } from "#app/paths.ts";

export const loader = twinLoader(reviewsKind, async ({ params, url, origin, now }) => {
  const slug = params.slug ?? "";
  const found = await findPlacePage(slug, dayInLondon(now()));
  if (!found) throw await missingPlace(slug);
  const { choice, ignored } = parseReviewChoice(url.searchParams);
  const count = await countReviews(found, choice);
  const pages = countPages(count, REVIEWS_PER_PAGE);
  if (choice.page > pages) return { elsewhere: paths.placeReviews(slug, { ...choice, page: 1 }) };
  const reviews = await listReviews(found.id, choice);
  const place = presentPlaceInFull(found, { origin, moment: momentOnCampus(now()) });
  return {
    ...pageOfList({
      page: choice.page,
      pages,
      perPage: REVIEWS_PER_PAGE,
      pathOf: (page) => paths.placeReviews(slug, { ...choice, page }),
    }),
    title: `${place.name}: ${countOf(count, "review")}`,
    notes: [],
    problems: [...problemsIn(url.searchParams, choice), ...ignored],
    count,
    about: { json: { place }, lines: linesOfPlace(place), onMap: place },
    items: reviews.map((review) => presentListedReview(review, origin)),
  };
});

/** The page in HTML shows its usual reviews instead. */
function problemsIn(asked: URLSearchParams, { stars, order }: ReviewChoice): string[] {
  const sort = asked.get("sort") || order;
  return [
    ...(asked.get("stars") && stars === undefined ? ["Stars can be 1, 2, 3, 4 or 5."] : []),
    ...(sort === order ? [] : [`Sort can be ${REVIEW_ORDERS.map((one) => one.order).join(", ")}.`]),
  ];
}
