import { Link } from "react-router";
import type { findBestCheapPlace } from "#app/domain/dishes/list-dish-places.server.ts";
import { formatPounds } from "#app/domain/reviews/price.ts";
import { meanRating } from "#app/domain/reviews/rating.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";

type Props = { place: NonNullable<Awaited<ReturnType<typeof findBestCheapPlace>>> };

export function BestCheap({ place: { slug, name, medianPence, ratingSum, reviewCount } }: Props) {
  return (
    <p className="best-cheap">
      <strong>Best cheap one:</strong>{" "}
      <Link to={paths.place(slug)}>
        <bdi>{name}</bdi>
      </Link>
      , {medianPence !== null && `${formatPounds(Math.round(medianPence))}, `}
      {meanRating(ratingSum, reviewCount)} out of 5, {countOf(reviewCount, "rating")}.{" "}
      <span className="soft">The best score in the cheaper half of the places.</span>
    </p>
  );
}
