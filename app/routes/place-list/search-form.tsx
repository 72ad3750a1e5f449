import { Form } from "react-router";
import { type PlaceQuery, placeQueryParameters } from "#app/domain/places/place-query.ts";
import { paths } from "#app/paths.ts";

/** Search among the places that the filters let through. */
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
