import { isBankHoliday } from "#app/domain/hours/bank-holidays.ts";
import type { CampusMoment } from "#app/domain/hours/opening-hours.ts";
import { hoursOn } from "#app/domain/hours/week.ts";
import type { PlacePage } from "#app/domain/places/place-page.server.ts";
import { meanRating } from "#app/domain/reviews/rating.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { WEEKDAYS } from "#app/domain/text/dates.ts";
import type { PresentedFactLine } from "./present-fact-line.ts";

/** "4.3 out of 5 from 15 ratings, £7.20, 5 min walk, open until 9pm on Mondays, falafel". */
export function describePlace(
  place: PlacePage,
  factLine: PresentedFactLine,
  moment: CampusMoment,
): string {
  const { price, walk, diets } = factLine;
  const { ratingSum, reviewCount } = place.index;
  const mean = meanRating(ratingSum, reviewCount);
  return [
    mean === undefined
      ? "No ratings yet"
      : `${mean} out of 5 from ${countOf(reviewCount, "rating")}`,
    price,
    walk,
    place.closedOn === null ? describeHours(place, factLine, moment) : "closed for good",
    ...place.cuisines.map(({ name }) => name),
    diets,
  ]
    .filter((words) => words !== "" && !/ unknown$/.test(words))
    .join(", ");
}

/** Said with the weekday: a chat shows them long after today. */
function describeHours(
  { hours }: PlacePage,
  { hours: now }: PresentedFactLine,
  moment: CampusMoment,
): string {
  if (hours === null || isBankHoliday(moment.isoDate, moment)) return "";
  const day = `on ${WEEKDAYS[moment.day - 1]}s`;
  if (/open until/.test(now)) return `${now} ${day}`;
  return /all day/.test(now) ? now : `${hoursOn(hours.intervals, moment.day)} ${day}`;
}
