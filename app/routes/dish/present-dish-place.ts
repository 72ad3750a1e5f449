import type { DishPlace } from "#app/domain/dishes/list-dish-places.server.ts";
import { formatPounds } from "#app/domain/reviews/price.ts";
import { excerpt, searchWords } from "#app/domain/search/words.ts";
import { timeAgo } from "#app/domain/text/dates.ts";
import { walkWords } from "#app/domain/walk/walk.ts";
import { paths } from "#app/paths.ts";

export type PresentedDishPlace = ReturnType<typeof presentDishPlace>;

/** @param today an ISO date */
export function presentDishPlace(place: DishPlace, dish: string, today: string) {
  const { slug, name, closedOn, reviewCount, ratingSum, metres, quote } = place;
  return {
    name,
    reviewCount,
    ratingSum,
    href: paths.place(slug),
    isClosed: closedOn !== null,
    price: priceWords(place),
    walk: walkWords(metres, !place.isLocated),
    quote: {
      text: excerpt(quote.body, searchWords(dish)),
      by: quote.by,
      ago: timeAgo(quote.on, today),
    },
  };
}

function priceWords({ medianPence, latestPence }: DishPlace): string {
  if (medianPence === null || latestPence === null) return "price unknown";
  const usual = formatPounds(Math.round(medianPence));
  const latest = formatPounds(latestPence);
  return usual === latest ? usual : `usually ${usual}, last ${latest}`;
}
