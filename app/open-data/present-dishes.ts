import type { DescribedDish } from "#app/domain/dishes/describe-dishes.server.ts";
import type { DishPlace } from "#app/domain/dishes/list-dish-places.server.ts";
import { paths } from "#app/paths.ts";
import {
  presentName,
  presentPosition,
  presentQuote,
  presentRating,
  presentWalk,
  whole,
} from "./present-place.ts";
import type { OpenDish, OpenDishPlace } from "./shapes.ts";

export function presentDish(dish: DescribedDish, origin: string): OpenDish {
  return {
    slug: dish.slug,
    name: dish.name,
    url: origin + paths.dish(dish.slug),
    places: dish.places,
    reviews: dish.reviewCount,
    rating: presentRating(dish),
    recommendations: dish.recommended,
    leastPence: whole(dish.leastPence),
    medianPence: whole(dish.medianPence),
    mostPence: whole(dish.mostPence),
  };
}

export function presentDishPlace(place: DishPlace, origin: string): OpenDishPlace {
  return {
    ...presentName(place, origin),
    position: presentPosition(place),
    closedOn: place.closedOn,
    rating: presentRating(place),
    medianPence: whole(place.medianPence),
    latestPence: whole(place.latestPence),
    walk: presentWalk(place.metres, !place.isLocated),
    quote: presentQuote(place.quote),
  };
}
