import { DIETS, FEATURES } from "#app/domain/places/diets-and-features.ts";
import type { UnreadTime } from "#app/domain/places/parse-place-query.ts";
import { type PlaceQuery, PRICES, SCORES, WALKS } from "#app/domain/places/place-query.ts";
import { PRICE_KINDS } from "#app/domain/reviews/price.ts";
import { capitalised } from "#app/domain/text/counting.ts";
import { clockWords, WEEKDAYS } from "#app/domain/text/dates.ts";
import { FromHere } from "#app/ui/from-here.tsx";
import { Checkboxes, type FilteredScreen, Folded, OneOf, Option } from "./filter-option.tsx";
import type { FilterCounts } from "./filter-words.ts";
import { CLOSED_FILTER, UNCONFIRMED_FILTER, UNRECOMMENDED_FILTER } from "./filter-words.ts";

type GroupProps = { query: PlaceQuery; counts: FilterCounts };

type OpenProps = GroupProps & {
  /** The weekday that is chosen, or offered first: 1 is Monday. */
  day: number;
  note: string;
  /** A time in the address that could not be read, which the notice above the results is about. */
  unread: UnreadTime | undefined;
};

const LUNCH = 12 * 60 + 30;

export function OpenOptions({ query: { open }, counts, day, note, unread }: OpenProps) {
  const at = typeof open === "object" ? open : undefined;
  return (
    <fieldset>
      <legend>Open</legend>
      <p className="note">{note}</p>
      <div className="cells">
        <Option
          type="radio"
          name="open"
          value="now"
          label="Now"
          count={counts.openNow}
          isOn={open === "now"}
        />
        <Option
          type="radio"
          name="open"
          value="at"
          label="At a time"
          detail={at ? undefined : "choose"}
          count={at && counts.matching}
          isOn={at !== undefined || unread !== undefined}
        />
        <Option
          type="radio"
          name="open"
          value=""
          label="Any time"
          count={counts.openOrNot}
          isOn={open === undefined && unread === undefined}
        />
      </div>
      <div className="day-and-time">
        <select className="input" name="day" aria-label="Day" defaultValue={day}>
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
          aria-invalid={unread ? true : undefined}
          defaultValue={unread?.text ?? clockWords(at?.minute ?? LUNCH)}
        />
      </div>
    </fieldset>
  );
}

/** Twenty minutes find hardly more than fifteen do, and so are offered only to who has them in the address. */
export function WalkOptions({ query, counts, hrefOf }: GroupProps & FilteredScreen) {
  const options = WALKS.map((value, index) => ({
    value,
    label: `${value} min`,
    count: counts.walks[index + 1],
  })).filter(({ value }) => value !== 20 || query.walk === 20);
  return (
    <OneOf
      legend={query.from ? "Walk" : "Walk from campus"}
      name="walk"
      chosen={query.walk}
      options={options}
      any={counts.walks[0]}
      beside={<FromHere query={query} hrefOf={hrefOf} words="from here" />}
    />
  );
}

export function PriceOptions({ query, counts }: GroupProps) {
  const options = PRICES.map((value, index) => ({
    value,
    label: `£${value}`,
    count: counts.prices[index + 1],
  }));
  return (
    <OneOf
      legend="Price for one, under"
      name="price"
      chosen={query.price}
      options={options}
      any={counts.prices[0]}
    >
      <div className="cells kinds">
        {PRICE_KINDS.map(({ kind, words }) => (
          <Option
            type="radio"
            name="for"
            value={kind === "meal" ? "" : kind}
            label={words}
            isOn={query.priceKind === kind}
            key={kind}
          />
        ))}
      </div>
    </OneOf>
  );
}

export function DietOptions({ query, counts }: GroupProps) {
  return (
    <fieldset>
      <legend>Diet</legend>
      <div className="pills">
        <Checkboxes
          name="diet"
          chosen={query.diets}
          options={DIETS.map(({ diet, words }) => ({
            value: diet,
            label: capitalised(words),
            count: counts.diets[diet],
          }))}
        />
      </div>
    </fieldset>
  );
}

export function CuisineOptions({ query, counts: { cuisines } }: GroupProps) {
  const chosen = cuisines.filter(({ slug }) => query.cuisines.includes(slug));
  return (
    <Folded
      legend="Cuisine"
      chosen={chosen.map(({ name }) => name)}
      otherwise={`any of ${cuisines.length}`}
    >
      <Checkboxes
        name="cuisine"
        chosen={query.cuisines}
        options={cuisines.map(({ slug, name, count }) => ({ value: slug, label: name, count }))}
      />
    </Folded>
  );
}

export function FeatureOptions({ query, counts }: GroupProps) {
  const chosen = FEATURES.filter(({ feature }) => query.features.includes(feature));
  return (
    <Folded
      legend="Good for"
      chosen={chosen.map(({ words }) => words)}
      otherwise="laptop, sockets, seats …"
    >
      <Checkboxes
        name="good"
        chosen={query.features}
        options={FEATURES.map(({ feature, words }) => ({
          value: feature,
          label: capitalised(words),
          count: counts.features[feature],
        }))}
      />
    </Folded>
  );
}

export function ScoreOptions({ query, counts }: GroupProps) {
  return (
    <Folded
      legend="Score"
      chosen={query.score === undefined ? [] : [`${query.score} or more`]}
      otherwise="any"
    >
      {SCORES.map((value, index) => (
        <Option
          type="radio"
          name="score"
          value={String(value)}
          label={`${value} or more`}
          count={counts.scores[index + 1]}
          isOn={query.score === value}
          key={value}
        />
      ))}
      <Option
        type="radio"
        name="score"
        value=""
        label="Any"
        count={counts.scores[0]}
        isOn={query.score === undefined}
      />
    </Folded>
  );
}

export function AlsoShowOptions({ query, counts }: GroupProps) {
  const { includeClosed, includeUnconfirmed } = query;
  const options = [
    { name: "closed", label: CLOSED_FILTER, isOn: includeClosed, isOffered: true },
    { name: "unconfirmed", label: UNCONFIRMED_FILTER, isOn: includeUnconfirmed, isOffered: true },
    {
      name: "unrecommended",
      label: UNRECOMMENDED_FILTER,
      isOn: query.includeUnrecommended,
      isOffered: counts.unrecommended > 0 || query.includeUnrecommended,
    },
  ];
  return (
    <Folded
      legend="Also show"
      chosen={options.filter(({ isOn }) => isOn).map(({ label }) => label)}
      otherwise="closed for good"
    >
      {options
        .filter(({ isOffered }) => isOffered)
        .map(({ name, label, isOn }) => (
          <Option type="checkbox" name={name} value="1" label={label} isOn={isOn} key={name} />
        ))}
    </Folded>
  );
}
