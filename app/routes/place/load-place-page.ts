import { dishesOfPlaces } from "#app/domain/dishes/dishes-of-places.server.ts";
import { momentInLondon } from "#app/domain/hours/london-time.ts";
import { listSuggestedTwins } from "#app/domain/merging/merge-proposals.server.ts";
import { countStubs } from "#app/domain/moderation/stubs.server.ts";
import type { PlaceFacts } from "#app/domain/places/place-facts.server.ts";
import { mergeFormHref, placeHref } from "#app/domain/places/place-href.ts";
import { countRatings, listReviews } from "#app/domain/places/place-page.server.ts";
import type { ReviewOrder } from "#app/domain/reviews/review-order.ts";
import { listLastSightings } from "#app/domain/sightings/last-sightings.server.ts";
import { presentHours } from "./present-hours.ts";
import { presentNeeds } from "./present-needs.ts";
import { presentPlacePage, presentReview } from "./present-place-page.ts";
import { presentSightings } from "./present-sightings.ts";

type WhichReviews = { page: number; order: ReviewOrder };

/** Everything that the page of a place shows, with one page of its reviews. @param now when it is */
export async function loadPlacePage(place: PlaceFacts, { page, order }: WhichReviews, now: Date) {
  const [reviews, ratings, sightings, dishes, twins, stubs] = await Promise.all([
    listReviews(place.id, page, order),
    countRatings(place.id),
    listLastSightings(place.id),
    dishesOfPlaces([place.id]),
    listSuggestedTwins(place.id),
    countStubs(place.id),
  ]);
  const moment = momentInLondon(now);
  return {
    place: presentPlacePage(place),
    hours: presentHours(place, moment),
    needs: presentNeeds(place.needs),
    seen: presentSightings(sightings, { isClosed: place.closedOn !== null, today: moment.isoDate }),
    twins: twins.map(({ slug, name }) => ({ name, href: placeHref(slug) })),
    mergeHref: mergeFormHref(place.slug),
    reviews: reviews.map(presentReview),
    ratings,
    dishes,
    stubs,
  };
}
