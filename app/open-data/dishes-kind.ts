import { pricesPaidWords, recommendedWords } from "#app/domain/dishes/dish-words.ts";
import { countOf } from "#app/domain/text/counting.ts";
import type { Kind } from "./kind.ts";
import { poundsOf, ratingWords, walkWords } from "./places-kind.ts";
import { type OpenDish, type OpenDishPlace, openDish, openDishPlace } from "./shapes.ts";

export const dishesKind: Kind<OpenDish> = {
  name: "dishes",
  schema: openDish,
  columns: {
    name: ({ name }) => name,
    places: ({ places }) => places,
    reviews: ({ reviews }) => reviews,
    rating: ({ rating }) => rating?.mean ?? null,
    recommendations: ({ recommendations }) => recommendations,
    least_pence: ({ leastPence }) => leastPence,
    median_pence: ({ medianPence }) => medianPence,
    most_pence: ({ mostPence }) => mostPence,
    url: ({ url }) => url,
  },
  describe: (dish) => [
    dish.name,
    [
      recommendedWords(dish.recommendations),
      ratingWords(dish.rating),
      pricesPaidWords(dish),
      countOf(dish.places, "place"),
    ].join(", "),
    dish.url,
  ],
};

/** Places that serve one dish. */
export const dishPlacesKind: Kind<OpenDishPlace> = {
  name: "places",
  schema: openDishPlace,
  positionOf: ({ position }) => position,
  columns: {
    name: ({ name }) => name,
    latitude: ({ position }) => position?.latitude ?? null,
    longitude: ({ position }) => position?.longitude ?? null,
    rating: ({ rating }) => rating?.mean ?? null,
    ratings: ({ rating }) => rating?.count ?? 0,
    median_pence: ({ medianPence }) => medianPence,
    latest_pence: ({ latestPence }) => latestPence,
    walk_minutes: ({ walk }) => walk?.minutes ?? null,
    closed_on: ({ closedOn }) => closedOn,
    url: ({ url }) => url,
  },
  describe: (place) => [
    place.name,
    [
      ratingWords(place.rating),
      poundsOf(place.medianPence) ?? "price unknown",
      walkWords(place),
      ...(place.closedOn === null ? [] : ["closed for good"]),
    ].join(", "),
    place.url,
  ],
};
