import { type CampusMoment, hoursNow } from "#app/domain/hours/opening-hours.ts";
import { dietWords } from "#app/domain/places/diets-and-features.ts";
import type { PlacePage } from "#app/domain/places/place-page.server.ts";
import { placePriceWords } from "#app/domain/places/price-band.ts";
import { walkWords } from "#app/domain/walk/walk.ts";

export type PresentedFactLine = ReturnType<typeof presentFactLine>;

/** What decides whether somebody goes there now. */
export function presentFactLine(place: PlacePage, moment: CampusMoment) {
  const { index, closedOn, dietsAndFeatures } = place;
  const { words, openUntil } = hoursNow(place.hours ?? undefined, moment, {
    isClosed: closedOn !== null,
  });
  return {
    price: placePriceWords({ ...index, priceBand: place.priceBand, mainly: place.mainly }).words,
    walk: walkWords(index.campusMetres, !index.isLocated),
    hours: closedOn === null ? words : "closed for good",
    isOpen: openUntil !== undefined,
    diets: dietWords(dietsAndFeatures.diets),
    isCashOnly: dietsAndFeatures.features.cards === false,
  };
}
