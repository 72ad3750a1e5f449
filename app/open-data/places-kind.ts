import { dayName } from "#app/domain/hours/week.ts";
import { DIETS, FEATURES, PORTIONS } from "#app/domain/places/diets-and-features.ts";
import { formatPounds } from "#app/domain/reviews/price.ts";
import { capitalised, countOf } from "#app/domain/text/counting.ts";
import { formatDay } from "#app/domain/text/dates.ts";
import type { Kind } from "./kind.ts";
import { type OpenPlace, type OpenPlaceInFull, openPlace } from "./shapes.ts";

export const placesKind: Kind<OpenPlace> = {
  name: "places",
  schema: openPlace,
  positionOf: ({ position }) => position,
  columns: {
    id: ({ id }) => id,
    name: ({ name }) => name,
    street: ({ street }) => street,
    postcode: ({ postcode }) => postcode,
    latitude: ({ position }) => position?.latitude ?? null,
    longitude: ({ position }) => position?.longitude ?? null,
    cuisines: ({ cuisines }) => cuisines.join("; "),
    rating: ({ rating }) => rating?.mean ?? null,
    ratings: ({ rating }) => rating?.count ?? 0,
    price_band: ({ price }) => price.band,
    meal_pence: ({ price }) => price.mealPence,
    drink_pence: ({ price }) => price.drinkPence,
    bite_pence: ({ price }) => price.bitePence,
    walk_minutes: ({ walk }) => walk?.minutes ?? null,
    open: ({ now }) => now.state,
    hours: (place) => hoursWords(place),
    hours_confirmed_on: ({ hours }) => hours?.confirmedOn ?? null,
    takes_cards: ({ takesCards }) => takesCards,
    is_recommended: ({ isRecommended }) => isRecommended,
    closed_on: ({ closedOn }) => closedOn,
    url: ({ url }) => url,
  },
  describe: (place) => [
    place.name,
    [...factsOf(place), ...(place.takesCards === false ? ["cash only"] : [])].join(", "),
    `${place.cuisines.length > 0 ? `${place.cuisines.join(", ")}. ` : ""}${addressOf(place)}`,
    place.url,
  ],
  entry: (place, changes) => {
    const { id, name, url, cuisines, rating, price, quote } = place;
    const { createdAt, updatedAt } = changes.get(id) ?? NEVER;
    return {
      id: `places/${id}`,
      title: name,
      url,
      by: null,
      paragraphs: [
        [...cuisines, addressOf(place)].join(", "),
        [ratingWords(rating), price.words, walkWords(place), closedWords(place)]
          .filter(Boolean)
          .join(", "),
        ...(quote === null ? [] : [`“${quote.text}” ${quote.by}`]),
      ],
      createdAt,
      updatedAt,
    };
  },
};

const NEVER = { createdAt: new Date(0), updatedAt: new Date(0) };

export function addressOf({ street, postcode }: Pick<OpenPlace, "street" | "postcode">): string {
  return [street, postcode].filter(Boolean).join(", ");
}

/** Words for what people ask first. */
export function factsOf(
  place: Pick<OpenPlace, "isRecommended" | "rating" | "price" | "walk" | "now">,
) {
  return [
    ...(place.isRecommended ? [] : ["not yet recommended"]),
    ratingWords(place.rating),
    place.price.words,
    walkWords(place),
    place.now.words,
  ];
}

export function ratingWords(rating: OpenPlace["rating"]): string {
  if (rating === null) return "no ratings yet";
  return `${(rating.sum / rating.count).toFixed(1)} out of 5, ${countOf(rating.count, "rating")}`;
}

export function walkWords({ walk }: Pick<OpenPlace, "walk">): string {
  if (walk === null) return "walk unknown";
  const words = `${walk.minutes.toLocaleString("en-GB")} min walk`;
  return walk.isApproximate ? `about ${words}` : words;
}

/** All that is known of a place, as text. */
export function linesOfPlace(place: OpenPlaceInFull): string[] {
  const { cuisines, dishes, website, recommendedBy, closedOn } = place;
  const diets = DIETS.flatMap(({ diet, words }) => {
    const portion = PORTIONS.find((one) => one.portion === place.diets[diet]);
    return portion ? [`${capitalised(words)}: ${portion.words}`] : [];
  });
  const features = FEATURES.flatMap(({ feature, words }) => {
    const present = place.features[feature];
    return present === undefined ? [] : [`${capitalised(words)}: ${present ? "yes" : "no"}`];
  });
  return [
    [...cuisines, addressOf(place)].join(", "),
    factsOf(place).join(", "),
    ...(closedOn === null ? [] : [`Closed for good on ${formatDay(closedOn)}`]),
    ...(place.hours === null ? [] : [`Hours: ${hoursWords(place)}`]),
    ...diets,
    ...features,
    ...(dishes.length > 0 ? [`Recommended dishes: ${dishes.join(", ")}`] : []),
    ...(website === null ? [] : [website]),
    ...(recommendedBy === null ? [] : [`Recommended by ${recommendedBy}`]),
  ];
}

function closedWords({ closedOn }: OpenPlace): string {
  return closedOn === null ? "" : `closed for good on ${formatDay(closedOn)}`;
}

/** "Monday 08:00-16:00; Tuesday ..."; empty where they are unknown. */
export function hoursWords({ hours }: Pick<OpenPlace, "hours">): string {
  if (hours === null) return "";
  return hours.intervals
    .map(({ day, opens, closes }) => `${dayName(day)} ${opens}-${closes}`)
    .join("; ");
}

export function poundsOf(pence: number | null): string | undefined {
  return pence === null ? undefined : formatPounds(pence);
}
