import type { ListedPlace } from "#app/domain/places/list-places.server.ts";
import { priceBandWords } from "#app/domain/places/price-band.ts";
import { firstSentence } from "#app/domain/text/cleaning.ts";
import { formatDay } from "#app/domain/text/dates.ts";

export type PresentedPlace = ReturnType<typeof presentPlace>;

/** What a card shows of a place. @param number its place in the order, counted over all pages */
export function presentPlace(place: ListedPlace, number: number) {
  const { slug, name, street, cuisines, reviewCount, ratingSum, score, siteMean, latestReview } = place;
  return {
    number,
    slug,
    name,
    street,
    cuisines: cuisines.join(", "),
    price: priceBandWords(place.priceBand),
    closed: place.closedOn === null ? undefined : formatDay(place.closedOn),
    reviewCount,
    ratingSum,
    score: score === null ? undefined : score.toFixed(2),
    siteMean,
    quote: latestReview === null ? undefined : { text: firstSentence(latestReview.body), by: latestReview.by },
  };
}
