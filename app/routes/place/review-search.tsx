import { Form } from "react-router";
import type { ReviewChoice } from "#app/domain/reviews/review-order.ts";
import { paths } from "#app/paths.ts";

/** Keeps the stars and the order. */
export function ReviewSearch({ slug, choice }: { slug: string; choice: ReviewChoice }) {
  const address = paths.placeReviews(slug, { ...choice, search: "", page: 1 });
  const [path = "", query] = address.split("?");
  return (
    <Form
      className="review-search"
      role="search"
      method="get"
      action={`${path}#reviews`}
      key={choice.search}
    >
      {[...new URLSearchParams(query)].map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      <label className="visually-hidden" htmlFor="review-search">
        Search these reviews
      </label>
      <input
        className="input"
        id="review-search"
        type="search"
        name="q"
        defaultValue={choice.search}
        placeholder="Search these reviews"
        autoComplete="off"
        enterKeyHint="search"
      />
      <button type="submit" className="button button-quiet button-small">
        Search
      </button>
    </Form>
  );
}
