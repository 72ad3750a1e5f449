import { Link } from "react-router";
import { type PlaceQuery, SORTS } from "#app/domain/places/place-query.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";

type Props = { query: PlaceQuery; count: number; whichPage: string };

export function ListHeader({ query, count, whichPage }: Props) {
  return (
    <div className="list-header">
      <h2 id="results">
        <span role="status">{countOf(count, "place")}</span>
      </h2>
      <p className="soft">
        Sorted <a href="#order">{SORTS.find(({ sort }) => sort === query.sort)?.words}</a>
        {whichPage} · <Link to={paths.map(query)}>on the map</Link>
      </p>
    </div>
  );
}
