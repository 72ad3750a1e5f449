import { type ChangeEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { Form, useNavigate, useNavigation } from "react-router";
import {
  PLACE_QUERY_NAMES,
  type PlaceQuery,
  placeQueryParameters,
  SORTS,
  shortParameters,
} from "#app/domain/places/place-query.ts";
import { paths } from "#app/paths.ts";
import {
  DietOptions,
  FeatureOptions,
  FilterOption,
  OpenOptions,
  PriceOptions,
  ScoreOptions,
  WalkOptions,
} from "./filter-groups.tsx";
import { CLOSED_FILTER, UNRECOMMENDED_FILTER, withoutEachFilter } from "./filter-words.ts";
import type { FilterCounts } from "./load.server.ts";

type Props = { query: PlaceQuery; counts: FilterCounts; today: number };

export function FilterForm({ query, counts, today }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();
  const [appliesItself, setAppliesItself] = useState(false);
  useEffect(() => setAppliesItself(true), []);
  const active = withoutEachFilter(query, counts.cuisines).length;

  const address = placeQueryParameters({ ...query, page: 1 });
  const isIdle = useNavigation().state === "idle";
  const isAlive = useRef(false);
  const choicesUnderWay = useRef(0);
  // The boxes follow the address after going back or removing a chip, but not while a newer choice is
  // on its way. Choices are counted: the answer to an earlier one may arrive after the next was made.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the boxes follow the address
  useLayoutEffect(() => {
    if (isAlive.current && isIdle && choicesUnderWay.current === 0) form.current?.reset();
  }, [address, isIdle]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: applies once what was ticked before hydration
  useEffect(() => {
    isAlive.current = true;
    if (form.current && readFilters(form.current) !== address) apply(form.current);
  }, []);

  async function apply(element: HTMLFormElement) {
    choicesUnderWay.current += 1;
    try {
      await navigate(paths.places() + readFilters(element), { preventScrollReset: true });
    } finally {
      choicesUnderWay.current -= 1;
    }
  }

  function change({ target, currentTarget }: ChangeEvent<HTMLFormElement>) {
    const at = currentTarget.querySelector<HTMLInputElement>("input[name=open][value=at]");
    if (at && ["day", "time"].includes(target.getAttribute("name") ?? "")) at.checked = true;
    apply(currentTarget);
  }

  return (
    <details className="filters">
      <summary>Filter places {active > 0 && <span className="badge">{active} on</span>}</summary>
      <Form
        ref={form}
        className="filter-form"
        method="get"
        action={paths.places()}
        // Otherwise a reload restores ticks that disagree with the address.
        autoComplete="off"
        preventScrollReset
        onChange={change}
      >
        <button type="submit" className="button">
          Show places
        </button>
        <p className="hint">{appliesItself ? "Choices apply at once." : "Choose, then press."}</p>
        {query.search && <input type="hidden" name="q" value={query.search} />}
        {query.from && (
          <input
            type="hidden"
            name="from"
            value={`${query.from.latitude},${query.from.longitude}`}
          />
        )}
        <OpenOptions query={query} counts={counts} today={today} />
        <WalkOptions query={query} counts={counts} />
        <PriceOptions query={query} counts={counts} />
        <DietOptions query={query} counts={counts} />
        <fieldset>
          <legend>Cuisine, any of</legend>
          {counts.cuisines.map(({ slug, name, count }) => (
            <FilterOption
              type="checkbox"
              name="cuisine"
              value={slug}
              label={name}
              count={count}
              isOn={query.cuisines.includes(slug)}
              key={slug}
            />
          ))}
        </fieldset>
        <FeatureOptions query={query} counts={counts} />
        <ScoreOptions query={query} counts={counts} />
        <fieldset>
          <legend>Also show</legend>
          <FilterOption
            type="checkbox"
            name="closed"
            value="1"
            label={CLOSED_FILTER}
            isOn={query.includeClosed}
          />
          {(counts.unrecommended > 0 || query.includeUnrecommended) && (
            <FilterOption
              type="checkbox"
              name="unrecommended"
              value="1"
              label={UNRECOMMENDED_FILTER}
              isOn={query.includeUnrecommended}
            />
          )}
        </fieldset>
        <fieldset id="order">
          <legend>Order</legend>
          {SORTS.filter(({ sort }) => sort !== "match" || query.search !== "").map(
            ({ sort, words }) => (
              <FilterOption
                type="radio"
                name="sort"
                value={sort}
                label={words}
                isOn={query.sort === sort}
                key={sort}
              />
            ),
          )}
        </fieldset>
        <button type="submit" className="button">
          Show places
        </button>
      </Form>
    </details>
  );
}

/** The query string as placeQueryParameters writes it. */
function readFilters(form: HTMLFormElement): string {
  const data = new FormData(form);
  const inOrder = PLACE_QUERY_NAMES.flatMap((name) =>
    data.getAll(name).map((value) => [name, String(value)]),
  );
  const parameters = shortParameters(new URLSearchParams(inOrder));
  const query = String(parameters);
  return query === "" ? "" : `?${query}`;
}
