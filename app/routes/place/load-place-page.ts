import { momentOnCampus } from "#app/domain/hours/campus-time.server.ts";
import type { PlacePage } from "#app/domain/places/place-page.server.ts";
import { listReviews } from "#app/domain/reviews/list-reviews.server.ts";
import type { ReviewOrder } from "#app/domain/reviews/review-order.ts";
import { paths } from "#app/paths.ts";
import { presentDietsAndFeatures } from "./present-diets-and-features.ts";
import { presentHours } from "./present-hours.ts";
import { presentPlacePage, presentReview } from "./present-place-page.ts";
import { presentReport } from "./present-report.ts";
import { presentSightings } from "./present-sightings.ts";

type WhichReviews = { page: number; order: ReviewOrder };

export async function loadPlacePage(place: PlacePage, { page, order }: WhichReviews, now: Date) {
  const { slug, dietsAndFeatures, sightings, reports, ratings, dishes, hiddenReviewNotes } = place;
  const reviews = await listReviews(place.id, page, order);
  const moment = momentOnCampus(now);
  return {
    place: presentPlacePage(place),
    hours: presentHours(place, moment),
    dietsAndFeatures: presentDietsAndFeatures(dietsAndFeatures),
    sightings: presentSightings(sightings, {
      isClosed: place.closedOn !== null,
      today: moment.isoDate,
    }),
    reports: reports.map((report) => presentReport(place, report)),
    duplicates: place.duplicates.map((duplicate) => ({
      name: duplicate.name,
      href: paths.place(duplicate.slug),
    })),
    mergeHref: paths.placeMerge(slug),
    reviews: reviews.map(presentReview),
    ratings,
    dishes,
    hiddenReviewNotes,
  };
}
