import { meanRating } from "#app/domain/reviews/rating.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { Stars } from "./stars.tsx";

type Props = { ratingSum: number; reviewCount: number; large?: boolean };

/** "4.3 out of 5, 7 ratings", with stars; or that nobody has rated yet. */
export function Score({ ratingSum, reviewCount, large = false }: Props) {
  const mean = meanRating(ratingSum, reviewCount);
  if (mean === undefined) return <p className="score soft">No ratings yet</p>;
  return (
    <p className={large ? "score score-large" : "score"}>
      <Stars filled={Math.round(Number(mean))} />
      <strong>{mean}</strong>{" "}
      <span className="soft">{`out of 5, ${countOf(reviewCount, "rating")}`}</span>
    </p>
  );
}
