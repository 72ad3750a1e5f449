import { Form } from "react-router";
import type { DishQuery } from "#app/domain/dishes/dish-query.ts";
import { paths } from "#app/paths.ts";

export function DishSearch({ query }: { query: DishQuery }) {
  const others = new URL(paths.dishes({ ...query, search: "", page: 1 }), "http://dishes")
    .searchParams;
  return (
    <Form
      className="search"
      role="search"
      method="get"
      action={paths.dishes()}
      key={paths.dishes(query)}
    >
      {[...others].map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      <label className="visually-hidden" htmlFor="dish-search">
        Search for a dish
      </label>
      <input
        className="input"
        id="dish-search"
        type="search"
        name="q"
        defaultValue={query.search}
        placeholder="Flat white, soup …"
        enterKeyHint="search"
      />
      <button type="submit" className="button button-quiet">
        Search
      </button>
    </Form>
  );
}
