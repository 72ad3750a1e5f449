import { Link } from "react-router";
import type { PlaceQuery } from "#app/domain/places/place-query.ts";
import { paths } from "#app/paths.ts";
import { withoutEachFilter, withoutFilters } from "./without-each-filter.ts";

type Props = { query: PlaceQuery; cuisines: { slug: string; name: string }[] };

/** The filters that are on, each a link to the same list without it. */
export function ActiveFilters({ query, cuisines }: Props) {
  const filters = withoutEachFilter(query, cuisines);
  if (filters.length === 0) return null;
  return (
    <ul className="chips" aria-label="Filters that are on">
      {filters.map(({ name, without }) => (
        <li key={name}>
          <Link className="chip" to={paths.places(without)} preventScrollReset>
            <span className="visually-hidden">Remove </span>
            <bdi>{name}</bdi> <span aria-hidden="true">✕</span>
          </Link>
        </li>
      ))}
      {filters.length > 1 && (
        <li>
          <Link
            className="chip chip-plain"
            to={paths.places(withoutFilters(query))}
            preventScrollReset
          >
            Clear all
          </Link>
        </li>
      )}
    </ul>
  );
}
