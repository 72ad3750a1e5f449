import type { ReactNode } from "react";
import { Link } from "react-router";
import type { PlaceQuery } from "#app/domain/places/place-query.ts";
import { paths } from "#app/paths.ts";
import { type withoutEachFilter, withoutFilters } from "./filter-words.ts";

/** Whose address an option leads to. */
export type FilteredScreen = { hrefOf: (query: PlaceQuery) => string };

export function OneOf<Value extends number>(props: {
  legend: string;
  name: string;
  chosen: Value | undefined;
  options: { value: Value; label: string; count: number | undefined }[];
  /** How many places there are for any. */
  any: number | undefined;
  /** At the end of the legend. */
  beside?: ReactNode;
  children?: ReactNode;
}) {
  const { legend, name, chosen, options, any, beside, children } = props;
  return (
    <fieldset>
      <legend>{legend}</legend>
      {beside}
      <div className="cells">
        {options.map(({ value, label, count }) => (
          <Option
            type="radio"
            name={name}
            value={String(value)}
            label={label}
            count={count}
            isOn={chosen === value}
            key={value}
          />
        ))}
        <Option
          type="radio"
          name={name}
          value=""
          label="Any"
          count={any}
          isOn={chosen === undefined}
        />
      </div>
      {children}
    </fieldset>
  );
}

type FoldedProps = { legend: string; chosen: string[]; otherwise: string; children: ReactNode };

/** Closed it says what is chosen. */
export function Folded({ legend, chosen, otherwise, children }: FoldedProps) {
  return (
    <details className="folded">
      <summary>
        {legend}{" "}
        <span className={chosen.length > 0 ? "chosen" : undefined}>
          {chosen.length > 0 ? chosen.join(", ") : otherwise}
        </span>
      </summary>{" "}
      <fieldset className="pills">
        <legend className="visually-hidden">{legend}</legend> {children}
      </fieldset>
    </details>
  );
}

type OptionProps = {
  type: "checkbox" | "radio";
  name: string;
  value: string;
  isOn: boolean;
  label: string;
  /** How many places match with it; left out where it is no filter. */
  count?: number | undefined;
  /** Instead of the count. */
  detail?: string | undefined;
};

/** The spaces keep options apart without a style sheet. */
export function Option({ type, name, value, isOn, label, count, detail }: OptionProps) {
  return (
    <>
      <label className="option">
        <input type={type} name={name} value={value} defaultChecked={isOn} /> <span>{label}</span>{" "}
        {count === undefined ? (
          detail && <small>{detail}</small>
        ) : (
          <small>
            {count}
            <span className="visually-hidden">{count === 1 ? " place" : " places"}</span>
          </small>
        )}
      </label>{" "}
    </>
  );
}

type ActiveFiltersProps = {
  query: PlaceQuery;
  filters: ReturnType<typeof withoutEachFilter>;
  /** Of the screen that is filtered: the list, unless given. */
  hrefOf?: (query: PlaceQuery) => string;
};

export function ActiveFilters({ query, filters, hrefOf = paths.places }: ActiveFiltersProps) {
  if (filters.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <ul className="chips row" aria-label="Filters that are on" tabIndex={0}>
      {filters.map(({ name, without }) => (
        <li key={name}>
          <Link className="chip" rel="nofollow" to={hrefOf(without)} preventScrollReset>
            <span className="visually-hidden">Remove </span>
            <bdi>{name}</bdi> <span aria-hidden="true">✕</span>
          </Link>
        </li>
      ))}
      {filters.length > 1 && (
        <li>
          <Link
            className="chip chip-plain"
            rel="nofollow"
            to={hrefOf(withoutFilters(query))}
            preventScrollReset
          >
            Clear all
          </Link>
        </li>
      )}
    </ul>
  );
}

type CheckboxesProps = {
  name: string;
  chosen: readonly string[];
  options: { value: string; label: string; count: number | undefined }[];
};

/** Of a group from which several can be chosen. */
export function Checkboxes({ name, chosen, options }: CheckboxesProps) {
  return options.map(({ value, label, count }) => (
    <Option
      type="checkbox"
      name={name}
      value={value}
      label={label}
      count={count}
      isOn={chosen.includes(value)}
      key={value}
    />
  ));
}
