import {
  type CampusMoment,
  hoursOf,
  type OpeningHours,
  openState,
  openStateWords,
} from "#app/domain/hours/opening-hours.ts";
import type { ListedPlace } from "#app/domain/places/list-places.server.ts";
import type { PlacePage } from "#app/domain/places/place-page.server.ts";
import { placePriceWords } from "#app/domain/places/price-band.ts";
import type { PriceKind } from "#app/domain/reviews/price.ts";
import { firstSentence } from "#app/domain/text/cleaning.ts";
import { clockTime } from "#app/domain/text/dates.ts";
import { walkMinutes } from "#app/domain/walk/walk.ts";
import { paths } from "#app/paths.ts";
import type { OpenPlace, OpenPlaceInFull } from "./shapes.ts";

type Situation = {
  moment: CampusMoment;
  /** Such as "https://food.example.org". */
  origin: string;
};

/** @param priceKind whose price the words say */
export function presentListedPlace(
  place: ListedPlace,
  { moment, origin, priceKind }: Situation & { priceKind: PriceKind },
): OpenPlace {
  return {
    id: place.placeId,
    ...presentName(place, origin),
    street: place.street,
    postcode: place.postcode,
    position: presentPosition(place),
    cuisines: place.cuisines,
    rating: presentRating(place),
    price: presentPrice(place, priceKind),
    walk: presentWalk(place.metres, place.latitude === null),
    ...presentHours(hoursOf(place), place.closedOn, moment),
    closedOn: place.closedOn,
    takesCards: place.takesCards === null ? null : place.takesCards === 1,
    isRecommended: !place.isUnrecommended,
    lastSighting: presentSighting(place.lastSighting),
    quote: presentQuote(place.quote),
  };
}

export function presentPlaceInFull(
  place: PlacePage,
  { moment, origin }: Situation,
): OpenPlaceInFull {
  const { index, member, dietsAndFeatures } = place;
  return {
    id: place.id,
    ...presentName(place, origin),
    street: place.street,
    postcode: place.postcode,
    position: presentPosition(index),
    cuisines: place.cuisines.map(({ name }) => name),
    rating: presentRating(index),
    price: presentPrice({ ...index, priceBand: place.priceBand, mainly: place.mainly }, "meal"),
    walk: presentWalk(index.campusMetres, !index.isLocated),
    ...presentHours(place.hours ?? undefined, place.closedOn, moment),
    closedOn: place.closedOn,
    isRecommended: !index.isImported || index.reviewCount > 0,
    lastSighting: presentSighting(place.sightings[0]),
    quote: presentQuote(place.quote),
    website: place.website,
    diets: dietsAndFeatures.diets,
    features: dietsAndFeatures.features,
    dishes: place.dishes.map(({ name }) => name),
    recommendedBy: member?.handle ?? null,
    createdAt: place.createdAt.toISOString(),
    updatedAt: place.updatedAt.toISOString(),
    isLocked: place.isLocked,
    sources: place.sources,
  };
}

export function presentName({ slug, name }: { slug: string; name: string }, origin: string) {
  return { slug, name, url: origin + paths.place(slug) };
}

type Position = { latitude: number | null; longitude: number | null };

export function presentPosition({ latitude, longitude }: Position) {
  if (latitude === null || longitude === null) return null;
  return { latitude: toMetre(latitude), longitude: toMetre(longitude) };
}

/** Five decimals of a degree are about a metre. */
function toMetre(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}

type Ratings = { ratingSum: number; reviewCount: number };

export function presentRating({ ratingSum, reviewCount }: Ratings) {
  if (reviewCount === 0) return null;
  const mean = Math.round((100 * ratingSum) / reviewCount) / 100;
  return { mean, count: reviewCount, sum: ratingSum };
}

export function presentWalk(metres: number | null, isApproximate: boolean) {
  if (metres === null) return null;
  return { metres: Math.round(metres), minutes: walkMinutes(metres), isApproximate };
}

type Quote = { body: string; by: string; on: string };

export function presentQuote(quote: Quote | null) {
  return quote === null ? null : { text: firstSentence(quote.body), by: quote.by, on: quote.on };
}

type Sighting = { state: "open" | "closed" | "moved"; on: string };

function presentSighting(sighting: Sighting | undefined) {
  return sighting === undefined ? null : { state: sighting.state, on: sighting.on };
}

type Prices = Parameters<typeof placePriceWords>[0];

function presentPrice(prices: Prices, priceKind: PriceKind) {
  return {
    words: placePriceWords(prices, priceKind).words,
    band: prices.priceBand,
    mealPence: whole(prices.medianPence),
    drinkPence: whole(prices.drinkPence),
    bitePence: whole(prices.bitePence),
  };
}

/** The middle of an even number of prices may end in half a penny. */
export function whole(pence: number | null): number | null {
  return pence === null ? null : Math.round(pence);
}

function presentHours(
  hours: OpeningHours | undefined,
  closedOn: string | null,
  moment: CampusMoment,
): Pick<OpenPlace, "now" | "hours"> {
  const state = openState(hours, moment);
  return {
    now:
      closedOn === null
        ? { state: state.kind, words: openStateWords(state, moment) }
        : { state: "closed", words: "closed for good" },
    hours:
      hours === undefined
        ? null
        : {
            confirmedOn: hours.confirmedOn,
            bankHolidays: hours.bankHolidays,
            intervals: hours.intervals
              .map(({ day, opensAt, closesAt }) => ({
                day,
                opens: clockTime(opensAt),
                closes: clockTime(closesAt),
              }))
              .sort((one, other) => one.day - other.day || one.opens.localeCompare(other.opens)),
          },
  };
}
