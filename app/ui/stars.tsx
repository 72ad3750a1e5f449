import { meanRating } from "#app/domain/reviews/rating.ts";
import { countOf } from "#app/domain/text/counting.ts";

// From the tip of a star around it, and on to the tip of the next one.
const STAR = "l2 4.4 4.8.5-3.6 3.2 1 4.7-4.2-2.4-4.2 2.4 1-4.7-3.6-3.2 4.8-.5z";
const NEXT = "m17.5 0";
export const FIVE_STARS = `M8 1.3${Array(5).fill(STAR).join(NEXT)}`;

/** Once on a page: all its stars use it. */
export function StarSymbol() {
  return (
    <svg className="visually-hidden" width={0} height={0} aria-hidden="true">
      <symbol id="stars" viewBox="0 0 86 16">
        <path d={FIVE_STARS} />
      </symbol>
    </svg>
  );
}

/** Filled to the tenth, also without styles. Hidden from screen readers: the rating always stands beside it in words. */
export function Stars({ filled }: { filled: number }) {
  return (
    <svg
      className="stars"
      viewBox="0 0 86 16"
      width={86}
      height={16}
      fill="none"
      aria-hidden="true"
    >
      <use href="#stars" width={86} height={16} stroke="currentColor" />
      <svg width={filledWidth(filled)} height={16} fill="currentColor" aria-hidden="true">
        <use href="#stars" width={86} height={16} />
      </svg>
    </svg>
  );
}

/** Up to where the stars are filled, of the 86 that they are wide: half a star is half of its shape, not of its gap. */
export function filledWidth(rating: number): number {
  const tenths = Math.round(rating * 10);
  const [whole, rest] = [Math.floor(tenths / 10), tenths % 10];
  if (rest === 0) return Math.max(0, 17.5 * whole - 1);
  return Math.round((17.5 * whole + 0.6 + 1.48 * rest) * 100) / 100;
}

type Props = { ratingSum: number; reviewCount: number; large?: boolean };

export function Score({ ratingSum, reviewCount, large = false }: Props) {
  const mean = meanRating(ratingSum, reviewCount);
  if (mean === undefined) return <p className="score soft">No ratings yet</p>;
  return (
    <p className={large ? "score score-large" : "score"}>
      <Stars filled={Number(mean)} />
      <strong>{mean}</strong>{" "}
      <span className="soft">{`out of 5, ${countOf(reviewCount, "rating")}`}</span>
    </p>
  );
}
