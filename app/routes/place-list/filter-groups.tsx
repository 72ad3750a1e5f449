import type { ReactNode } from "react";
import { DIETS, FEATURES } from "#app/domain/places/diets-and-features.ts";
import { type PlaceQuery, PRICES, SCORES, WALKS } from "#app/domain/places/place-query.ts";
import { FromHere } from "#app/ui/from-here.tsx";
import { FilterOption } from "./filter-option.tsx";
import type { FilterCounts } from "./present-counts.ts";
import { capitalised } from "./without-each-filter.ts";

type GroupProps = { query: PlaceQuery; counts: FilterCounts };

/** Options of which one is chosen, "any" first. */
function OneOf<Value extends number>(props: {
  legend: string;
  name: string;
  any: string;
  chosen: Value | undefined;
  options: { value: Value; label: string }[];
  /** For any, and then for each option. */
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
          {...{ type: "radio", name, value: String(value), label, count: counts[index + 1] }}
          isOn={chosen === value}
          key={value}
        />
      ))}
      <FilterOption
        {...{ type: "radio", name, value: "", label: any, count: counts[0] }}
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
      {...{ legend, name: "walk", any: "Any", chosen: query.walk, options, counts: counts.walks }}
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
      {...{
        legend: "Price",
        name: "price",
        any: "Any",
        chosen: query.price,
        options,
        counts: counts.prices,
        hint,
      }}
    />
  );
}

export function ScoreOptions({ query, counts }: GroupProps) {
  const options = SCORES.map((value) => ({ value, label: `${value} or more` }));
  return (
    <OneOf
      {...{
        legend: "Score",
        name: "score",
        any: "Any",
        chosen: query.score,
        options,
        counts: counts.scores,
      }}
    />
  );
}

export function DietOptions({ query, counts }: GroupProps) {
  return (
    <fieldset>
      <legend>Something for everyone who is</legend>
      {DIETS.map(({ diet, words }) => (
        <FilterOption
          {...{
            type: "checkbox",
            name: "diet",
            value: diet,
            label: capitalised(words),
            count: counts.diets[diet],
          }}
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
          {...{
            type: "checkbox",
            name: "good",
            value: feature,
            label: capitalised(words),
            count: counts.features[feature],
          }}
          isOn={query.features.includes(feature)}
          key={feature}
        />
      ))}
    </fieldset>
  );
}
