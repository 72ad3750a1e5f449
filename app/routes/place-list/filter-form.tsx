import {
  type ChangeEvent,
  type SubmitEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { Link, useNavigate, useNavigation } from "react-router";
import {
  PLACE_QUERY_NAMES,
  type PlaceQuery,
  placeQueryParameters,
  shortParameters,
  usualSort,
} from "#app/domain/places/place-query.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";
import { withoutEachFilter, withoutFilters } from "#app/ui/filter-words.ts";
import {
  AlsoShowOptions,
  CuisineOptions,
  DietOptions,
  FeatureOptions,
  OpenOptions,
  PriceOptions,
  ScoreOptions,
  WalkOptions,
} from "./filter-groups.tsx";
import type { FilterCounts } from "./load.server.ts";

type Props = { query: PlaceQuery; counts: FilterCounts; count: number; today: number };

/** What is searched for and the filters, in one form: neither is lost by changing the other. */
export function FilterForm({ query, counts, count, today }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const filters = useRef<HTMLDetailsElement>(null);
  const navigate = useNavigate();
  const [appliesItself, setAppliesItself] = useState(false);
  useEffect(() => setAppliesItself(true), []);
  const active = withoutEachFilter(query, counts.cuisines).length;

  const address = placeQueryParameters({ ...query, page: 1 });
  const isIdle = useNavigation().state === "idle";
  const isAlive = useRef(false);
  const choicesUnderWay = useRef(0);
  const sentSearch = useRef(query.search);
  // The boxes follow the address after going back or removing a chip, but not while a newer choice is
  // on its way. Choices are counted: the answer to an earlier one may arrive after the next was made.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the boxes follow the address
  useLayoutEffect(() => {
    if (isAlive.current && isIdle && choicesUnderWay.current === 0) {
      const field = searchField(form.current);
      const typed = field?.value ?? "";
      const isUnsent = typed !== sentSearch.current;
      form.current?.reset();
      if (field && isUnsent) field.value = typed;
      else sentSearch.current = query.search;
    }
  }, [address, isIdle]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: applies once what was ticked before hydration
  useEffect(() => {
    isAlive.current = true;
    const data = form.current && new FormData(form.current);
    // Not what is being typed: it may not be finished.
    data?.set("q", query.search);
    if (data && parametersOf(data) !== address) apply(parametersOf(data), query.search);
  }, []);

  async function apply(parameters: string, search = searchField(form.current)?.value ?? "") {
    choicesUnderWay.current += 1;
    sentSearch.current = search;
    try {
      await navigate(paths.places() + parameters, { preventScrollReset: true });
    } finally {
      choicesUnderWay.current -= 1;
    }
  }

  function change({ target, currentTarget }: ChangeEvent<HTMLFormElement>) {
    if (target.getAttribute("name") === "q") return;
    const at = currentTarget.querySelector<HTMLInputElement>("input[name=open][value=at]");
    if (at && ["day", "time"].includes(target.getAttribute("name") ?? "")) at.checked = true;
    apply(parametersOf(new FormData(currentTarget)));
  }

  async function show(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const isSearch = event.nativeEvent.submitter?.className === "search-button";
    if (filters.current) filters.current.open = false;
    await apply(parametersOf(new FormData(event.currentTarget)));
    if (isSearch) return;
    const results = document.getElementById("results");
    results?.focus({ preventScroll: true });
    results?.scrollIntoView();
  }

  return (
    <search className="filter-form-place">
      <form
        ref={form}
        className="filter-form"
        method="get"
        action={`${paths.places()}#results`}
        // Otherwise a reload restores ticks that disagree with the address.
        autoComplete="off"
        onChange={change}
        onSubmit={show}
      >
        <div className="search-field">
          <button type="submit" className="search-button" aria-label="Search">
            <svg viewBox="0 0 20 20" aria-hidden="true">
              <path d="M13 13l5 5M14.5 8.5a6 6 0 1 1-12 0 6 6 0 0 1 12 0z" />
            </svg>
          </button>{" "}
          <input
            className="input"
            type="search"
            name="q"
            aria-label="Search places"
            defaultValue={query.search}
            placeholder="Dish, place, street"
            enterKeyHint="search"
          />
        </div>
        <details className="filters" ref={filters}>
          <summary>
            Filter
            {active > 0 && (
              <>
                {" "}
                <span className="on-count">
                  {active}
                  <span className="visually-hidden"> on</span>
                </span>
              </>
            )}
          </summary>
          <div className="filter-panel">
            {query.from && (
              <input
                type="hidden"
                name="from"
                value={`${query.from.latitude},${query.from.longitude}`}
              />
            )}
            {query.mixesShut && <input type="hidden" name="mixed" value="1" />}
            {query.sort !== usualSort(query) && (
              <input type="hidden" name="sort" value={query.sort} />
            )}
            <OpenOptions
              query={query}
              counts={counts}
              today={today}
              note={appliesItself ? "Choices apply at once." : "with the number of places"}
            />
            <WalkOptions query={query} counts={counts} />
            <PriceOptions query={query} counts={counts} />
            <DietOptions query={query} counts={counts} />
            <CuisineOptions query={query} counts={counts} />
            <FeatureOptions query={query} counts={counts} />
            <ScoreOptions query={query} counts={counts} />
            <AlsoShowOptions query={query} counts={counts} />
            <div className="filter-bar">
              {active > 0 && (
                <Link rel="nofollow" to={paths.places(withoutFilters(query))} preventScrollReset>
                  Clear
                </Link>
              )}{" "}
              <button type="submit" className="button">
                {/* Without scripts a count could not follow the choices. */}
                {appliesItself ? `Show ${countOf(count, "place")}` : "Show places"}
              </button>
            </div>
          </div>
        </details>
      </form>
    </search>
  );
}

function searchField(form: HTMLFormElement | null): HTMLInputElement | null {
  return form?.querySelector<HTMLInputElement>("input[name=q]") ?? null;
}

/** The query string as placeQueryParameters writes it. */
function parametersOf(data: FormData): string {
  const inOrder = PLACE_QUERY_NAMES.flatMap((name) =>
    data.getAll(name).map((value) => [name, String(value).trim()]),
  );
  const parameters = shortParameters(new URLSearchParams(inOrder));
  const query = String(parameters);
  return query === "" ? "" : `?${query}`;
}
