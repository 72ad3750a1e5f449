import { Link } from "react-router";
import type { PlaceQuery } from "#app/domain/places/place-query.ts";
import { paths } from "#app/paths.ts";
import { type withoutEachFilter, withoutFilters } from "./filter-words.ts";

type Props = {
  query: PlaceQuery;
  filters: ReturnType<typeof withoutEachFilter>;
  /** Of the screen that is filtered: the list, unless given. */
  hrefOf?: (query: PlaceQuery) => string;
};

export function ActiveFilters({ query, filters, hrefOf = paths.places }: Props) {
  if (filters.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <ul className="chips row" aria-label="Filters that are on" tabIndex={0}>
      {filters.map(({ name, without }) => (
        <li key={name}>
          <Link className="chip" rel="nofollow" to={hrefOf(without)} preventScrollReset>
            <span className="visually-hidden">Remove </span>
            <bdi>{name}</bdi> <span aria-hidden="true">✕</span>
          </Link>
        </li>
      ))}
      {filters.length > 1 && (
        <li>
          <Link
            className="chip chip-plain"
            rel="nofollow"
            to={hrefOf(withoutFilters(query))}
            preventScrollReset
          >
            Clear all
          </Link>
        </li>
      )}
    </ul>
  );
}
