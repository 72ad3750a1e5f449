import { daysAfter } from "#app/domain/hours/london-time.ts";
import { guessPriceKind } from "#app/domain/reviews/price.ts";
import type { Random } from "./random.ts";
import { DISHES, WORDS } from "./vocabulary.ts";

/** 5 to 30 words. @param today the ISO date from which its dates count back */
export function inventReview(random: Random, today: string) {
  const words = Array.from({ length: random.integer(5, 30) }, () => random.pickEarly(WORDS));
  const createdOn = daysAfter(today, -Math.floor(1400 * random.next() ** 2));
  const review = {
    rating: Math.max(1, Math.min(5, Math.round(3.8 + random.normal()))),
    body: `${words.join(" ")}${random.chance(0.00001) ? " zyzzyva" : ""}.`,
    dish: random.chance(0.5) ? random.pickEarly(DISHES) : null,
    pricePence: random.chance(0.5)
      ? Math.max(150, Math.round((900 + random.normal() * 450) / 10) * 10)
      : null,
    visitedOn: random.chance(0.4) ? createdOn : null,
    createdAt: `${createdOn}T12:${String(random.integer(10, 59))}:00.000+00:00`,
  };
  const { dish, pricePence } = review;
  return { ...review, priceKind: pricePence === null ? null : guessPriceKind(dish, pricePence) };
}
