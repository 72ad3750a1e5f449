import { Link } from "react-router";
import type { PlaceQuery } from "#app/domain/places/place-query.ts";
import { listInWords } from "#app/domain/text/counting.ts";
import { withoutEachFilter } from "./active-filters.tsx";

type Props = { query: PlaceQuery; chosen: { slug: string; name: string }[] };

export function NothingFound({ query, chosen }: Props) {
  const names = chosen.map((cuisine) => cuisine.name);
  return (
    <div className="empty">
      <p>
        {names.length === 0
          ? "Nobody has recommended a place yet."
          : `Nobody has recommended a place for ${listInWords(names)} yet.`}
      </p>
      {names.length > 0 && (
        <ul>
          {withoutEachFilter(query, chosen).map(({ name, href }) => (
            <li key={name}>
              <Link to={href}>Look without “{name}”</Link>
            </li>
          ))}
        </ul>
      )}
      <Link className="button" to="/places/new">
        Recommend the first one
      </Link>
    </div>
  );
}
