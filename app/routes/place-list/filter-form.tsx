import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { Form, useNavigate, useNavigation } from "react-router";
import type { CountedCuisine } from "#app/domain/cuisines/cuisines.server.ts";
import { EVERY_PLACE, type PlaceQuery, placeQueryHref, SORTS } from "#app/domain/places/place-query.ts";
import { FilterOption } from "./filter-option.tsx";
import { CLOSED_FILTER } from "./without-each-filter.ts";

type Props = { query: PlaceQuery; cuisines: CountedCuisine[] };

export function FilterForm({ query, cuisines }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();
  const [appliesItself, setAppliesItself] = useState(false);
  useEffect(() => setAppliesItself(true), []);
  const active = query.cuisines.length + (query.includeClosed ? 1 : 0);

  const address = placeQueryHref({ ...query, page: 1 });
  const isIdle = useNavigation().state === "idle";
  const isAlive = useRef(false);
  // After going back or removing a chip, the boxes show what the address says. While another choice is under way they
  // show that, and at once: what was ticked a moment ago must not be unticked.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is what the boxes follow
  useLayoutEffect(() => {
    if (isAlive.current && isIdle) form.current?.reset();
  }, [address, isIdle]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was ticked while the page was coming alive counts
  useEffect(() => {
    isAlive.current = true;
    if (form.current && placeQueryHref(readQuery(form.current)) !== address) apply();
  }, []);

  function apply() {
    if (form.current) navigate(placeQueryHref(readQuery(form.current)), { preventScrollReset: true });
  }

  return (
    <details className="filters">
      <summary>Filter places {active > 0 && <span className="badge">{active} on</span>}</summary>
      <Form
        ref={form}
        className="filter-form"
        method="get"
        action="/places"
        // A browser that fills in what was ticked before a reload would disagree with the address.
        autoComplete="off"
        preventScrollReset
        onChange={apply}
      >
        <button type="submit" className="button">
          Show places
        </button>
        <p className="hint">{appliesItself ? "Choices apply at once." : "Choose, then press."}</p>
        <fieldset>
          <legend>Cuisine</legend>
          {cuisines.map(({ slug, name, placeCount }) => (
            <FilterOption
              {...{ type: "checkbox", name: "cuisine", value: slug, label: name, count: placeCount }}
              isOn={query.cuisines.includes(slug)}
              key={slug}
            />
          ))}
        </fieldset>
        <fieldset>
          <legend>Also show</legend>
          <FilterOption
            {...{ type: "checkbox", name: "closed", value: "1", label: CLOSED_FILTER }}
            isOn={query.includeClosed}
          />
        </fieldset>
        <fieldset id="order">
          <legend>Order</legend>
          {SORTS.filter(({ sort }) => sort !== "match").map(({ sort, words }) => (
            <FilterOption
              {...{ type: "radio", name: "sort", value: sort, label: words }}
              isOn={query.sort === sort}
              key={sort}
            />
          ))}
        </fieldset>
        <button type="submit" className="button">
          Show places
        </button>
      </Form>
    </details>
  );
}

function readQuery(form: HTMLFormElement): PlaceQuery {
  const entries = new FormData(form);
  return {
    ...EVERY_PLACE,
    cuisines: entries.getAll("cuisine").map(String),
    includeClosed: entries.has("closed"),
    sort: SORTS.find(({ sort }) => sort === entries.get("sort"))?.sort ?? "best",
    page: 1,
  };
}
