import {
  type ChangeEvent,
  type FocusEvent,
  type SubmitEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { Link, useNavigate, useNavigation } from "react-router";
import type { UnreadTime } from "#app/domain/places/parse-place-query.ts";
import {
  type PlaceQuery,
  placeQueryParameters,
  usualSort,
} from "#app/domain/places/place-query.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";
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
import type { FilterCounts } from "./filter-words.ts";
import { parametersOf, withoutEachFilter, withoutFilters, withUnreadTime } from "./filter-words.ts";

type Props = {
  query: PlaceQuery;
  counts: FilterCounts;
  count: number;
  today: number;
  unreadTime: UnreadTime | undefined;
  /** Of the screen that is filtered: the list, unless given. */
  hrefOf?: (query?: PlaceQuery) => string;
};

/** What is searched for and the filters, in one form: neither is lost by changing the other. */
export function FilterForm(props: Props) {
  const { query, counts, count, today, unreadTime, hrefOf = paths.places } = props;
  // Of the buttons, since w3m adds a form's query to the end of its action, behind the fragment.
  const results = `${hrefOf()}#results`;
  const form = useRef<HTMLFormElement>(null);
  const filters = useRef<HTMLDetailsElement>(null);
  const navigate = useNavigate();
  const [appliesItself, setAppliesItself] = useState(false);
  useEffect(() => setAppliesItself(true), []);
  const active = withoutEachFilter(query, counts.cuisines).length;

  const address = withUnreadTime(placeQueryParameters({ ...query, page: 1 }), unreadTime);
  const chosenDay = typeof query.open === "object" ? query.open.day : (unreadTime?.day ?? today);
  const isIdle = useNavigation().state === "idle";
  const isAlive = useRef(false);
  const choicesUnderWay = useRef(0);
  const sentSearch = useRef(query.search);
  // The boxes follow the address after going back or removing a chip, but not while a newer choice is
  // on its way. Choices are counted: the answer to an earlier one may arrive after the next was made.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the boxes follow the address
  useLayoutEffect(() => {
    if (isAlive.current && isIdle && choicesUnderWay.current === 0) {
      const field = inputNamed(form.current, "q");
      const typed = field?.value ?? "";
      const isUnsent = typed !== sentSearch.current;
      const time = inputNamed(form.current, "time");
      const isTyping = time === document.activeElement;
      const typedTime = time?.value ?? "";
      form.current?.reset();
      // React leaves the default of a select as it was at first.
      const day = form.current?.querySelector<HTMLSelectElement>("select[name=day]");
      if (day) day.value = String(chosenDay);
      if (time && isTyping) time.value = typedTime;
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

  async function apply(parameters: string, search = inputNamed(form.current, "q")?.value ?? "") {
    choicesUnderWay.current += 1;
    sentSearch.current = search;
    try {
      await navigate(hrefOf() + parameters, { preventScrollReset: true });
    } finally {
      choicesUnderWay.current -= 1;
    }
  }

  function change({ target, currentTarget }: ChangeEvent<HTMLFormElement>) {
    if (target.getAttribute("name") === "q") return;
    const at = currentTarget.querySelector<HTMLInputElement>("input[name=open][value=at]");
    if (at && ["day", "time"].includes(target.getAttribute("name") ?? "")) at.checked = true;
    // Half a time is another time, or none: it counts once it is left, or sent.
    if (target.getAttribute("name") === "time") return;
    apply(parametersOf(new FormData(currentTarget)));
  }

  function leave({ currentTarget, target }: FocusEvent<HTMLFormElement>) {
    const time = inputNamed(currentTarget, "time");
    if (target.getAttribute("name") !== "time" || time?.value === time?.defaultValue) return;
    apply(parametersOf(new FormData(currentTarget)));
  }

  async function show(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const isSearch = event.nativeEvent.submitter?.className === "search-button";
    if (filters.current) filters.current.open = false;
    await apply(parametersOf(new FormData(event.currentTarget)));
    if (isSearch) return;
    const heading = document.getElementById("results");
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView();
  }

  return (
    <search className="filter-form-place">
      <form
        ref={form}
        className="filter-form"
        method="get"
        action={hrefOf()}
        // Otherwise a reload restores ticks that disagree with the address.
        autoComplete="off"
        onChange={change}
        onBlur={leave}
        onSubmit={show}
      >
        <div className="search-field">
          <button type="submit" className="search-button" formAction={results}>
            <span className="visually-hidden">Search</span>
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
              day={chosenDay}
              unread={unreadTime}
              note={appliesItself ? "Choices apply at once." : "with the number of places"}
            />
            <WalkOptions query={query} counts={counts} hrefOf={hrefOf} />
            <PriceOptions query={query} counts={counts} />
            <DietOptions query={query} counts={counts} />
            <CuisineOptions query={query} counts={counts} />
            <FeatureOptions query={query} counts={counts} />
            <ScoreOptions query={query} counts={counts} />
            <AlsoShowOptions query={query} counts={counts} />
            <div className="filter-bar">
              {active > 0 && (
                <Link rel="nofollow" to={hrefOf(withoutFilters(query))} preventScrollReset>
                  Clear
                </Link>
              )}{" "}
              <button type="submit" className="button" formAction={results}>
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

function inputNamed(form: HTMLFormElement | null, name: "q" | "time"): HTMLInputElement | null {
  return form?.querySelector<HTMLInputElement>(`input[name=${name}]`) ?? null;
}
