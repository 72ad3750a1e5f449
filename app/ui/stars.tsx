import { meanRating } from "#app/domain/reviews/rating.ts";
import { countOf } from "#app/domain/text/counting.ts";

// From the tip of a star around it, and on to the tip of the next one.
const STAR = "l2 4.4 4.8.5-3.6 3.2 1 4.7-4.2-2.4-4.2 2.4 1-4.7-3.6-3.2 4.8-.5z";
const NEXT = "m17.5 0";

/** Hidden from screen readers: the rating always stands beside it in words. */
export function Stars({ filled }: { filled: number }) {
  return (
    <svg className="stars" viewBox="0 0 86 16" aria-hidden="true">
      {filled > 0 && <path className="star-full" d={`M8 1.3${row(filled)}`} />}
      {filled < 5 && (
        <path className="star-empty" d={`M${8 + 17.5 * filled} 1.3${row(5 - filled)}`} />
      )}
    </svg>
  );
}

function row(count: number): string {
  return Array(count).fill(STAR).join(NEXT);
}

type Props = { ratingSum: number; reviewCount: number; large?: boolean };

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
