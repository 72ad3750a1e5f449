import { Form, Link } from "react-router";
import {
  EVERY_PLACE,
  type PlaceQuery,
  placeQueryParameters,
} from "#app/domain/places/place-query.ts";
import { paths } from "#app/paths.ts";

export function SearchForm({ query }: { query: PlaceQuery }) {
  const { search, sort } = query;
  const others = new URLSearchParams(
    placeQueryParameters({ ...query, search: "", sort: sort === "match" ? "best" : sort, page: 1 }),
  );
  return (
    <Form
      className="search"
      role="search"
      method="get"
      action={paths.places()}
      key={placeQueryParameters(query)}
    >
      {[...others].map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={`${name} ${value}`} />
      ))}
      <label className="visually-hidden" htmlFor="search">
        Search by name, street, cuisine, dish or what people said
      </label>
      <input
        className="input"
        id="search"
        type="search"
        name="q"
        defaultValue={search}
        placeholder="Falafel, Stroud Green Road, wifi …"
        autoComplete="off"
        enterKeyHint="search"
      />
      <button type="submit" className="button button-quiet">
        Search
      </button>
    </Form>
  );
}

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

export function Presets({ query }: { query: PlaceQuery }) {
  const address = paths.places({ ...query, page: 1 });
  return (
    <nav aria-label="Quick choices">
      <ul className="presets">
        {PRESETS.map(({ strong, rest, query: preset }) => (
          <li key={strong}>
            <Link
              className="preset"
              rel="nofollow"
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
