import type { ReactNode } from "react";
import { DIETS, FEATURES } from "#app/domain/places/diets-and-features.ts";
import { type PlaceQuery, PRICES, SCORES, WALKS } from "#app/domain/places/place-query.ts";
import { capitalised } from "#app/domain/text/counting.ts";
import { clockWords, WEEKDAYS } from "#app/domain/text/dates.ts";
import { FromHere } from "#app/ui/from-here.tsx";
import { UNCONFIRMED_FILTER } from "./filter-words.ts";
import type { FilterCounts } from "./load.server.ts";

type GroupProps = { query: PlaceQuery; counts: FilterCounts };

function OneOf<Value extends number>(props: {
  legend: string;
  name: string;
  any: string;
  chosen: Value | undefined;
  options: { value: Value; label: string }[];
  /** For "any" first, then for each option. */
  counts: number[];
  hint?: string;
  children?: ReactNode;
}) {
  const { legend, name, any, chosen, options, counts, hint, children } = props;
  return (
    <fieldset>
      <legend>{legend}</legend>
      {hint && <p className="hint">{hint}</p>}
      {options.map(({ value, label }, index) => (
        <FilterOption
          type="radio"
          name={name}
          value={String(value)}
          label={label}
          count={counts[index + 1]}
          isOn={chosen === value}
          key={value}
        />
      ))}
      <FilterOption
        type="radio"
        name={name}
        value=""
        label={any}
        count={counts[0]}
        isOn={chosen === undefined}
      />
      {children}
    </fieldset>
  );
}

export function WalkOptions({ query, counts }: GroupProps) {
  const options = WALKS.map((value) => ({ value, label: `${value} minutes` }));
  const legend = query.from ? "Walk from where you are" : "Walk from campus";
  return (
    <OneOf
      legend={legend}
      name="walk"
      any="Any"
      chosen={query.walk}
      options={options}
      counts={counts.walks}
    >
      <FromHere query={query} />
    </OneOf>
  );
}

export function PriceOptions({ query, counts }: GroupProps) {
  const options = PRICES.map((value) => ({ value, label: `under £${value}` }));
  const hint = "The middle of what people paid in 12 months, or else the price band.";
  return (
    <OneOf
      legend="Price"
      name="price"
      any="Any"
      chosen={query.price}
      options={options}
      counts={counts.prices}
      hint={hint}
    />
  );
}

export function ScoreOptions({ query, counts }: GroupProps) {
  const options = SCORES.map((value) => ({ value, label: `${value} or more` }));
  return (
    <OneOf
      legend="Score"
      name="score"
      any="Any"
      chosen={query.score}
      options={options}
      counts={counts.scores}
    />
  );
}

export function DietOptions({ query, counts }: GroupProps) {
  return (
    <fieldset>
      <legend>Something for everyone who is</legend>
      {DIETS.map(({ diet, words }) => (
        <FilterOption
          type="checkbox"
          name="diet"
          value={diet}
          label={capitalised(words)}
          count={counts.diets[diet]}
          isOn={query.diets.includes(diet)}
          key={diet}
        />
      ))}
    </fieldset>
  );
}

export function FeatureOptions({ query, counts }: GroupProps) {
  return (
    <fieldset>
      <legend>Good for</legend>
      {FEATURES.map(({ feature, words }) => (
        <FilterOption
          type="checkbox"
          name="good"
          value={feature}
          label={capitalised(words)}
          count={counts.features[feature]}
          isOn={query.features.includes(feature)}
          key={feature}
        />
      ))}
    </fieldset>
  );
}

type OpenProps = GroupProps & {
  /** The weekday offered first: 1 is Monday. */
  today: number;
};

const LUNCH = 12 * 60 + 30;

export function OpenOptions({ query, counts, today }: OpenProps) {
  const { open, includeUnconfirmed } = query;
  const at = typeof open === "object" ? open : undefined;
  return (
    <fieldset>
      <legend>Open</legend>
      <FilterOption
        type="radio"
        name="open"
        value="now"
        label="Now"
        count={counts.openNow}
        isOn={open === "now"}
      />
      <FilterOption
        type="radio"
        name="open"
        value="at"
        label="On a day, at a time"
        isOn={at !== undefined}
      />
      <div className="day-and-time">
        <select className="input" name="day" aria-label="Day" defaultValue={at?.day ?? today}>
          {WEEKDAYS.map((weekday, index) => (
            <option value={index + 1} key={weekday}>
              {weekday}
            </option>
          ))}
        </select>{" "}
        <input
          className="input"
          name="time"
          aria-label="Time, like 6:30pm"
          autoComplete="off"
          defaultValue={clockWords(at?.minute ?? LUNCH)}
        />
      </div>
      <FilterOption
        type="radio"
        name="open"
        value=""
        label="Whenever"
        count={counts.openOrNot}
        isOn={open === undefined}
      />
      <FilterOption
        type="checkbox"
        name="unconfirmed"
        value="1"
        label={UNCONFIRMED_FILTER}
        isOn={includeUnconfirmed}
      />
    </fieldset>
  );
}

type OptionProps = {
  type: "checkbox" | "radio";
  name: string;
  value: string;
  isOn: boolean;
  label: string;
  /** How many places match with it; left out where it is no filter. */
  count?: number;
};

/** The spaces and the block keep options apart without a style sheet. */
export function FilterOption({ type, name, value, isOn, label, count }: OptionProps) {
  return (
    <div>
      <label className="option">
        <input type={type} name={name} value={value} defaultChecked={isOn} />{" "}
        <span className="option-name">{label}</span>
        {count !== undefined && (
          <>
            {" "}
            <span className="option-count">
              {count}
              <span className="visually-hidden">{count === 1 ? " place" : " places"}</span>
            </span>
          </>
        )}
      </label>
    </div>
  );
}
