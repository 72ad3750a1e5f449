import { Link } from "react-router";
import type { DishQuery } from "#app/domain/dishes/dish-query.ts";
import { paths } from "#app/paths.ts";

type Props = {
  query: DishQuery;
  /** A dish spelt almost like the search. */
  nearest: { slug: string; name: string } | undefined;
};

export function NoDishes({ query, nearest }: Props) {
  const { search, price, includeClosed } = query;
  const isFiltered = search !== "" || price !== undefined;
  return (
    <div className="empty">
      <p>
        {isFiltered ? "No dish that anybody has named fits this." : "Nobody has named a dish yet."}{" "}
        When you review a place, say what you had, and it is here.
      </p>
      <ul>
        {nearest && (
          <li>
            Did you mean{" "}
            <Link to={paths.dish(nearest.slug)}>
              <bdi>{nearest.name}</bdi>
            </Link>
            ?
          </li>
        )}
        {search !== "" && (
          <li>
            <Link rel="nofollow" to={paths.dishes({ ...query, search: "", page: 1 })}>
              Without “{search}”
            </Link>
          </li>
        )}
        {price !== undefined && (
          <li>
            <Link rel="nofollow" to={paths.dishes({ ...query, price: undefined, page: 1 })}>
              At any price
            </Link>
          </li>
        )}
        {!includeClosed && (
          <li>
            <Link rel="nofollow" to={paths.dishes({ ...query, includeClosed: true, page: 1 })}>
              With places that closed for good
            </Link>
          </li>
        )}
      </ul>
      <Link className="button" to={paths.places()}>
        Find a place to review
      </Link>
    </div>
  );
}
