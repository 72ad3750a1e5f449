import { Link } from "react-router";
import type { PlaceDish } from "#app/domain/dishes/dishes-of-places.server.ts";
import { formatPounds } from "#app/domain/reviews/price.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";

/** What those paid who recommend a dish, or else how many they are. */
export function RecommendedDishes({ dishes }: { dishes: PlaceDish[] }) {
  if (dishes.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <ul className="recommended-dishes row" aria-label="Dishes that people recommend" tabIndex={0}>
      {dishes.map(({ slug, name, recommended, pence }) => (
        <li key={slug}>
          <Link to={paths.dish(slug)}>
            <strong>
              <bdi>{name}</bdi>
            </strong>{" "}
            {pence === null ? countOf(recommended, "review") : formatPounds(pence)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
