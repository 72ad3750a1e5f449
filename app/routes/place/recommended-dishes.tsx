import { Fragment } from "react";
import { Link } from "react-router";
import type { PlaceDish } from "#app/domain/dishes/dishes-of-places.server.ts";
import { paths } from "#app/paths.ts";

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
