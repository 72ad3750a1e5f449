import { Link } from "react-router";
import type { DescribedDish } from "#app/domain/dishes/describe-dishes.server.ts";
import { pricesPaidWords, recommendedWords } from "#app/domain/dishes/dish-words.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";
import { Score } from "#app/ui/stars.tsx";

export function DishRow({ dish }: { dish: DescribedDish }) {
  return (
    <li className="dish-row">
      <h3>
        <Link to={paths.dish(dish.slug)}>
          <bdi>{dish.name}</bdi>
        </Link>
      </h3>
      <Score ratingSum={dish.ratingSum} reviewCount={dish.reviewCount} />
      <p className="facts-line">
        <strong>{pricesPaidWords(dish)}</strong> · at {countOf(dish.places, "place")} ·{" "}
        <span className="one-word">{recommendedWords(dish.recommended)}</span>
      </p>
    </li>
  );
}
