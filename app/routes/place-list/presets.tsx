import { Link } from "react-router";
import { EVERY_PLACE, type PlaceQuery } from "#app/domain/places/place-query.ts";
import { paths } from "#app/paths.ts";

const PRESETS: { strong: string; rest: string; query: PlaceQuery }[] = [
  {
    strong: "Lunch now",
    rest: " · open, under £8",
    query: { ...EVERY_PLACE, price: 8, open: "now" },
  },
  {
    strong: "Vegan",
    rest: " in 10 minutes",
    query: { ...EVERY_PLACE, diets: ["vegan"], walk: 10 },
  },
  {
    strong: "Laptop",
    rest: " and sockets",
    query: { ...EVERY_PLACE, features: ["laptop", "sockets"] },
  },
];

/** What people ask for most, one press away. A surprise keeps to the filters that are on. */
export function Presets({ query }: { query: PlaceQuery }) {
  const address = paths.places({ ...query, page: 1 });
  return (
    <nav aria-label="Quick choices">
      <ul className="presets">
        {PRESETS.map(({ strong, rest, query: preset }) => (
          <li key={strong}>
            <Link
              className="preset"
              to={paths.places(preset)}
              aria-current={paths.places(preset) === address ? "true" : undefined}
            >
              <strong>{strong}</strong>
              {rest}
            </Link>
          </li>
        ))}
        <li>
          <Link
            className="preset"
            to={paths.surprise({ ...query, page: 1 })}
            reloadDocument
            rel="nofollow"
          >
            <strong>Surprise me</strong>
          </Link>
        </li>
      </ul>
    </nav>
  );
}
