import { Fragment } from "react";
import { Link } from "react-router";
import type { PlaceDish } from "#app/domain/dishes/dishes-of-places.server.ts";
import { paths } from "#app/paths.ts";

/** "People recommend: flat white (3), soup (1)", each leading to where else it is to be had. */
export function RecommendedDishes({ dishes }: { dishes: PlaceDish[] }) {
  if (dishes.length === 0) return null;
  return (
    <p className="recommended-dishes">
      <strong>People recommend:</strong>{" "}
      {dishes.map(({ slug, name, recommended }, index) => (
        <Fragment key={slug}>
          {index > 0 && ", "}
          <Link to={paths.dish(slug)}>
            <bdi>{name}</bdi>
          </Link>
          {`\u00a0(${recommended})`}
        </Fragment>
      ))}
    </p>
  );
}
