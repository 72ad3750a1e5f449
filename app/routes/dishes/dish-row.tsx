import { Link } from "react-router";
import type { DescribedDish } from "#app/domain/dishes/describe-dishes.server.ts";
import { dishHref } from "#app/domain/dishes/dish-query.ts";
import { pricesPaidWords, recommendedWords } from "#app/domain/dishes/dish-words.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { Score } from "#app/ui/score.tsx";

export function DishRow({ dish }: { dish: DescribedDish }) {
  return (
    <li className="dish-row">
      <h3>
        <Link to={dishHref(dish.slug)}>
          <bdi>{dish.name}</bdi>
        </Link>
      </h3>
      <Score ratingSum={dish.ratingSum} reviewCount={dish.reviewCount} />
      <p className="facts-line">
        {recommendedWords(dish.recommended)} · at {countOf(dish.places, "place")} ·{" "}
        <strong>{pricesPaidWords(dish)}</strong>
      </p>
    </li>
  );
}
