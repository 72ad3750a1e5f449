import type { CampusMoment } from "#app/domain/hours/opening-hours.ts";
import type { PlacePage } from "#app/domain/places/place-page.server.ts";
import type { ListedReview } from "#app/domain/reviews/list-reviews.server.ts";
import type { ReviewChoice } from "#app/domain/reviews/review-order.ts";
import { campusPosition } from "#app/domain/site/site.server.ts";
import { dayInLondon } from "#app/domain/text/dates.ts";
import { readBaseMap } from "#app/domain/walk/base-map.server.ts";
import { paths } from "#app/paths.ts";
import { drawSpot } from "#app/ui/map/draw-spot.ts";
import { placePicture } from "#app/ui/pictures/place-picture.server.ts";
import { describePlace } from "./describe-place.ts";
import { presentDietsAndFeatures } from "./present-diets-and-features.ts";
import { presentFactLine } from "./present-fact-line.ts";
import { presentHours } from "./present-hours.ts";
import { presentPlacePage, presentQuote, presentReview } from "./present-place-page.ts";
import { presentPrices } from "./present-prices.ts";
import { presentReport } from "./present-report.ts";
import { presentSightings } from "./present-sightings.ts";

type Situation = { choice: ReviewChoice; moment: CampusMoment };

/** @param listed the reviews that this page of them has */
export async function loadPlacePage(
  place: PlacePage,
  listed: ListedReview[],
  { choice, moment }: Situation,
) {
  const { dietsAndFeatures, sightings, reports, ratings, dishes, hiddenReviewNotes } = place;
  const isChosen = choice.stars !== undefined || choice.search !== "";
  const reviews = listed.map((review) => presentReview(review, moment.isoDate));
  const { latitude, longitude } = place.index;
  const spot = latitude === null || longitude === null ? undefined : { latitude, longitude };
  const quote = presentQuote(place, isChosen ? [] : reviews, moment.isoDate);
  const factLine = presentFactLine(place, moment);
  return {
    place: presentPlacePage(place),
    description: describePlace(place, factLine, moment),
    picture: placePicture(place).address,
    factLine,
    spotMap: spot && drawSpot(spot, campusPosition(), await readBaseMap()),
    quote,
    hours: presentHours(place, moment),
    dietsAndFeatures: presentDietsAndFeatures(dietsAndFeatures),
    sightings: presentSightings(sightings, {
      isClosed: place.closedOn !== null,
      createdOn: dayInLondon(place.createdAt),
      today: moment.isoDate,
    }),
    reports: reports.map((report) => presentReport(place, report)),
    duplicates: place.duplicates.map((duplicate) => ({
      name: duplicate.name,
      href: paths.place(duplicate.slug),
    })),
    reviews: reviews.filter((review) => review !== quote?.whole),
    ratings,
    trend: place.trend,
    prices: presentPrices(place.pricesOverTime),
    dishes,
    hiddenReviewNotes,
  };
}
