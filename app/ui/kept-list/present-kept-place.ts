import { type CampusMoment, hoursNow, hoursOf } from "#app/domain/hours/opening-hours.ts";
import type { ListedPlace } from "#app/domain/places/list-places.server.ts";
import { placePriceWords } from "#app/domain/places/price-band.ts";
import { walkWords } from "#app/domain/walk/walk.ts";

export type PresentedKeptPlace = ReturnType<typeof presentKeptPlace>;

/** What decides, in the words of the list of all places. @param number its position, counted over all pages */
export function presentKeptPlace(place: ListedPlace, number: number, moment: CampusMoment) {
  const { slug, name, street, cuisines, reviewCount, ratingSum, metres } = place;
  const isClosed = place.closedOn !== null;
  const { words, openUntil } = hoursNow(hoursOf(place), moment, { isClosed, trustsAll: false });
  return {
    number,
    slug,
    name,
    street,
    cuisines: cuisines.join(", "),
    isClosed,
    price: placePriceWords(place).words,
    walk: walkWords(metres, place.latitude === null),
    hours: words,
    isOpen: openUntil !== undefined,
    reviewCount,
    ratingSum,
  };
}
