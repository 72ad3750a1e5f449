import {
  type CampusMoment,
  hoursOf,
  openState,
  openStateWords,
} from "#app/domain/hours/opening-hours.ts";
import type { ListedPlace } from "#app/domain/places/list-places.server.ts";
import { placePriceWords } from "#app/domain/places/price-band.ts";
import type { PriceKind } from "#app/domain/reviews/price.ts";
import { excerpt, markWords } from "#app/domain/search/words.ts";
import { timeAgo } from "#app/domain/text/dates.ts";
import { walkWords } from "#app/domain/walk/walk.ts";

export type PresentedPlace = ReturnType<typeof presentPlace>;

type Situation = {
  /** Searched for, and so marked in the text. */
  words: string[];
  priceKind: PriceKind;
  moment: CampusMoment;
};

/** @param number its position in the list, counted over all pages */
export function presentPlace(
  place: ListedPlace,
  number: number,
  { words, priceKind, moment }: Situation,
) {
  const {
    slug,
    name,
    street,
    cuisines,
    reviewCount,
    ratingSum,
    siteMean,
    quote,
    takesCards,
    metres,
  } = place;
  const state = openState(hoursOf(place), moment);
  const price = placePriceWords(place, priceKind);
  return {
    number,
    slug,
    name: markWords(name, words),
    street: markWords(street, words),
    cuisines: markWords(cuisines.join(", "), words),
    price: price.words,
    isPriceBand: price.isBand,
    isPriceKnown: price.isKnown,
    isUnrecommended: place.isUnrecommended,
    walk: walkWords(metres, place.latitude === null),
    hours: { words: openStateWords(state, moment), isOpen: state.kind === "open" },
    badges: [
      ...(place.closedOn === null ? [] : ["closed for good"]),
      ...(place.isUnrecommended ? ["not yet recommended"] : []),
      ...(place.vanishedOn === null ? [] : ["closed?"]),
      ...(place.lastSighting?.state === "moved" ? ["moved?"] : []),
      ...(takesCards === 0 ? ["cash only"] : []),
    ],
    ...(place.lastSighting?.state === "open" && {
      confirmedBy: place.lastSighting.by,
      confirmedAgo: timeAgo(place.lastSighting.on, moment.isoDate),
    }),
    reviewCount,
    ratingSum,
    siteMean,
    quote:
      quote === null
        ? undefined
        : {
            text: markWords(excerpt(quote.body, words), words),
            by: quote.by,
            ago: timeAgo(quote.on, moment.isoDate),
          },
  };
}
