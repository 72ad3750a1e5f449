import { Link } from "react-router";
import { type PlaceQuery, placeQueryHref } from "#app/domain/places/place-query.ts";

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

/** For each filter that is on, its name and the address of the list without it. */
export function withoutEachFilter(query: PlaceQuery, chosen: Props["chosen"]): { name: string; href: string }[] {
  const cuisines = chosen.map(({ slug, name }) => ({
    name,
    href: placeQueryHref({ ...query, cuisines: query.cuisines.filter((other) => other !== slug), page: 1 }),
  }));
  if (!query.includeClosed) return cuisines;
  return [...cuisines, { name: "Closed ones too", href: placeQueryHref({ ...query, includeClosed: false, page: 1 }) }];
}
