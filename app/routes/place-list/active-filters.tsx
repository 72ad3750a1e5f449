import { Link } from "react-router";
import { type PlaceQuery, placeQueryHref } from "#app/domain/places/place-query.ts";
import { withoutEachFilter } from "./without-each-filter.ts";

type Props = { query: PlaceQuery; chosen: { slug: string; name: string }[] };

/** The filters that are on, each a link to the same list without it. */
export function ActiveFilters({ query, chosen }: Props) {
  const filters = withoutEachFilter(query, chosen);
  if (filters.length === 0) return null;
  return (
    <ul className="chips" aria-label="Filters that are on">
      {filters.map(({ name, href }) => (
        <li key={name}>
          <Link className="chip" to={href} preventScrollReset>
            <span className="visually-hidden">Remove </span>
            {name} <span aria-hidden="true">✕</span>
          </Link>
        </li>
      ))}
      {filters.length > 1 && (
        <li>
          <Link
            className="chip chip-plain"
            to={placeQueryHref({ ...query, cuisines: [], includeClosed: false, page: 1 })}
            preventScrollReset
          >
            Clear all
          </Link>
        </li>
      )}
    </ul>
  );
}
