import { countOf } from "#app/domain/text/counting.ts";

type Props = { ratings: { rating: number; count: number }[]; reviewCount: number };

export function Distribution({ ratings, reviewCount }: Props) {
  return (
    <section aria-labelledby="distribution">
      <h2 id="distribution">What people gave it</h2>
      <ul className="distribution">
        {ratings.map(({ rating, count }) => (
          <li key={rating}>
            <span>{countOf(rating, "star")}</span>{" "}
            <svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">
              <rect width={(100 * count) / reviewCount} height="10" />
            </svg>
            <span>
              {count}
              <span className="visually-hidden"> {count === 1 ? "rating" : "ratings"}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
