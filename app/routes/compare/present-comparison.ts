import type { PlaceDish } from "#app/domain/dishes/dishes-of-places.server.ts";
import {
  type CampusMoment,
  hoursOf,
  intervalsOn,
  openState,
  openStateWords,
} from "#app/domain/hours/opening-hours.ts";
import { writeHours } from "#app/domain/hours/write-hours.ts";
import { writtenAddress } from "#app/domain/places/address.ts";
import type { PlaceToCompare } from "#app/domain/places/compare-places.server.ts";
import { DIETS, FEATURES, PORTIONS } from "#app/domain/places/diets-and-features.ts";
import type { PlaceQuery } from "#app/domain/places/place-query.ts";
import { placePriceWords } from "#app/domain/places/price-band.ts";
import { dayInLondon, formatDay, timeAgo } from "#app/domain/text/dates.ts";
import { walkMinutes, walkWords } from "#app/domain/walk/walk.ts";
import { paths } from "#app/paths.ts";
import { bestValues } from "./best-values.ts";

export type ComparedPlace = ReturnType<typeof presentComparison>[number];

const NOBODY = "nobody has said";

/** @param list the list from which the places were chosen */
export function presentComparison(
  places: PlaceToCompare[],
  dishes: PlaceDish[],
  moment: CampusMoment,
  list: PlaceQuery,
) {
  const open = places.filter(({ closedOn }) => closedOn === null);
  const best = (values: (number | null | undefined)[], which: "least" | "most") =>
    new Set(
      bestValues(values, which).flatMap((isBest, index) => (isBest ? [open[index]?.id] : [])),
    );
  const rated = best(
    open.map(({ index }) => index?.score),
    "most",
  );
  const cheap = best(
    open.map(({ index, priceBand, mainly }) =>
      index && placePriceWords({ priceBand, mainly, ...index }).isKnown ? index.pricePence : null,
    ),
    "least",
  );
  const near = best(
    open.map(({ index }) => (index?.campusMetres == null ? null : walkMinutes(index.campusMetres))),
    "least",
  );
  return places.map((place) => ({
    name: place.name,
    href: paths.place(place.slug),
    without: paths.compare(
      places.map(({ slug }) => slug).filter((slug) => slug !== place.slug),
      list,
    ),
    reviewCount: place.index?.reviewCount ?? 0,
    ratingSum: place.index?.ratingSum ?? 0,
    isBestRated: rated.has(place.id),
    price: priceOf(place),
    isCheapest: cheap.has(place.id),
    walk: walkWords(place.index?.campusMetres ?? null, place.index?.latitude === null),
    isNearest: near.has(place.id),
    hours: hoursWords(place, moment),
    cuisines: place.cuisines
      .map(({ cuisine }) => cuisine.name)
      .sort((one, other) => one.localeCompare(other, "en-GB")),
    diets: dietWords(place),
    features: featureWords(place),
    confirmed: confirmedWords(place, moment.isoDate),
    dishes: dishes
      .filter(({ placeId }) => placeId === place.id)
      .map(({ slug, name, recommended }) => ({ name, recommended, href: paths.dish(slug) })),
    address: writtenAddress(place),
  }));
}

function priceOf({ index, priceBand, mainly }: PlaceToCompare): string {
  if (!index) return NOBODY;
  const { words, isBand } = placePriceWords({ priceBand, mainly, ...index });
  return isBand ? `${words} by band` : words;
}

function hoursWords(place: PlaceToCompare, moment: CampusMoment): string {
  if (place.closedOn !== null) return `closed for good on ${formatDay(place.closedOn)}`;
  const hours = hoursOf(place);
  const state = openState(hours, moment);
  const words = openStateWords(state, moment);
  if (!hours || state.kind === "unknown") return words;
  const today = intervalsOn(hours, moment).toSorted((one, other) => one.opensAt - other.opensAt);
  return `${words} · today: ${writeHours(today)}`;
}

function dietWords({ diets }: PlaceToCompare): string {
  const words = DIETS.flatMap(({ diet, words: name }) => {
    const portion = diets.find((one) => one.diet === diet)?.portion;
    const portionWords = PORTIONS.find((one) => one.portion === portion)?.words;
    return portionWords === undefined ? [] : [`${name}: ${portionWords}`];
  });
  return words.join(", ") || NOBODY;
}

function featureWords({ features }: PlaceToCompare): string {
  const named = (isPresent: boolean) =>
    FEATURES.filter(({ feature }) =>
      features.some((one) => one.feature === feature && one.present === isPresent),
    )
      .map(({ words }) => words)
      .join(", ");
  const lacks = named(false) && `not: ${named(false)}`;
  return [named(true), lacks].filter((words) => words !== "").join("; ") || NOBODY;
}

function confirmedWords({ sightings }: PlaceToCompare, today: string): string {
  const last = sightings[0];
  if (!last) return NOBODY;
  const ago = timeAgo(dayInLondon(last.createdAt), today);
  if (last.state === "open") return ago;
  return last.state === "moved" ? `said to have moved, ${ago}` : `said to have closed, ${ago}`;
}
