import type { Cuisine } from "#app/domain/cuisines/cuisines.server.ts";
import { type CampusMoment, hoursNow, hoursOf } from "#app/domain/hours/opening-hours.ts";
import { DIETS } from "#app/domain/places/diets-and-features.ts";
import type { ListedPlace } from "#app/domain/places/list-places.server.ts";
import type { PlaceQuery } from "#app/domain/places/place-query.ts";
import { placePriceWords } from "#app/domain/places/price-band.ts";
import { excerpt, MARK, markWords } from "#app/domain/search/words.ts";
import { timeAgo } from "#app/domain/text/dates.ts";
import { walkWords } from "#app/domain/walk/walk.ts";

export type PresentedPlace = ReturnType<typeof presentPlace>;

type Situation = {
  query: PlaceQuery;
  /** Searched for, and so marked in the text. */
  words: string[];
  moment: CampusMoment;
  /** Names that more than one place on the page has: their streets tell them apart. */
  namesakes: ReadonlySet<string>;
  cuisines: Pick<Cuisine, "slug" | "name">[];
};

const MOST_CUISINES = 2;

/** Minutes before it shuts from which on a place is said to. */
const CLOSING_SOON = 45;

/** How many reviews, and which part of all, must mention a queue before the card does. */
const QUEUE = { reviews: 3, share: 0.3 };

/** @param number its position in the list, counted over all pages */
export function presentPlace(place: ListedPlace, number: number, situation: Situation) {
  const isStreetShown =
    situation.namesakes.has(place.name) || markWords(place.street, situation.words).length > 1;
  const { slug, name, street, reviewCount, ratingSum, quote, metres } = place;
  const { query, words } = situation;
  const price = placePriceWords(place, query.priceKind);
  return {
    number,
    slug,
    name: mark(name, words),
    street: mark(street, words),
    isStreetShown,
    cuisines: mark(presentCuisines(place, situation).join(", "), words),
    price: price.words,
    isPriceBand: price.isBand,
    isPriceKnown: price.isKnown,
    isUnrecommended: place.isUnrecommended,
    walk: walkWords(metres, place.latitude === null),
    ...(place.latitude === null && { walkIs: metres === null ? "unknown" : "said" }),
    ...presentHours(place, situation),
    ...(place.lastSighting?.state === "open" && {
      confirmed: timeAgo(place.lastSighting.on, situation.moment.isoDate),
    }),
    reviewCount,
    ratingSum,
    quote: quote === null ? undefined : mark(excerpt(quote.body, words), words),
  };
}

function mark(text: string, words: string[]): string {
  return markWords(text.replaceAll(MARK, ""), words).join(MARK);
}

/** Two of them: what was asked for before the others. */
function presentCuisines(
  { cuisines }: ListedPlace,
  { query, words, cuisines: known }: Situation,
): string[] {
  const asked = known.filter(({ slug }) => query.cuisines.includes(slug)).map(({ name }) => name);
  const isAsked = (name: string) => asked.includes(name) || markWords(name, words).length > 1;
  return cuisines
    .toSorted((one, other) => Number(isAsked(other)) - Number(isAsked(one)))
    .slice(0, MOST_CUISINES);
}

function presentHours(place: ListedPlace, { query, moment }: Situation) {
  const { words, openUntil } = hoursNow(hoursOf(place), moment, {
    isClosed: place.closedOn !== null,
    trustsAll: query.includeUnconfirmed,
  });
  const isClosingSoon = openUntil !== undefined && openUntil - moment.minute <= CLOSING_SOON;
  return {
    hours: words,
    isOpen: openUntil !== undefined,
    tags: [
      ...(place.closedOn === null ? [] : ["closed for good"]),
      ...(place.isUnrecommended ? ["not yet recommended"] : []),
      ...(place.vanishedOn === null ? [] : ["closed?"]),
      ...(place.lastSighting?.state === "moved" ? ["moved?"] : []),
      ...DIETS.filter(({ diet }) => query.diets.includes(diet)).flatMap(({ diet, words }) => {
        const portion = portionOf(place, diet);
        return portion === undefined ? [] : [`${portion} ${words}`];
      }),
      ...(place.takesCards === 0 ? ["cash only"] : []),
      ...(isClosingSoon ? ["closing soon"] : []),
      ...queueTags(place),
    ],
  };
}

function portionOf({ portions }: ListedPlace, diet: (typeof DIETS)[number]["diet"]) {
  const ways = diet === "vegetarian" ? [portions.vegetarian, portions.vegan] : [portions[diet]];
  return (["all", "some"] as const).find((portion) => ways.includes(portion));
}

function queueTags({ queueMentions, reviewCount }: ListedPlace): string[] {
  const isOften = queueMentions >= QUEUE.reviews && queueMentions >= QUEUE.share * reviewCount;
  return isOften ? [`${queueMentions} of ${reviewCount} mention a queue`] : [];
}
