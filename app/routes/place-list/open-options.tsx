import type { PlaceQuery } from "#app/domain/places/place-query.ts";
import { clockTime, WEEKDAYS } from "#app/domain/text/clock.ts";
import { FilterOption } from "./filter-option.tsx";
import type { FilterCounts } from "./present-counts.ts";
import { UNCONFIRMED_FILTER } from "./without-each-filter.ts";

type Props = {
  query: PlaceQuery;
  counts: FilterCounts;
  /** The weekday that is offered first, from 1 for Monday. */
  today: number;
};

const LUNCH = 12 * 60 + 30;

/** When a place has to be open: now, or at a time on one of the next seven days. */
export function OpenOptions({ query, counts, today }: Props) {
  const { open, includeUnconfirmed } = query;
  const at = typeof open === "object" ? open : undefined;
  return (
    <fieldset>
      <legend>Open</legend>
      <FilterOption
        {...{ type: "radio", name: "open", value: "now", label: "Now", count: counts.openNow }}
        isOn={open === "now"}
      />
      <FilterOption
        {...{ type: "radio", name: "open", value: "at", label: "On a day, at a time" }}
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
          type="time"
          name="time"
          aria-label="Time"
          defaultValue={clockTime(at?.minute ?? LUNCH)}
        />
      </div>
      <FilterOption
        {...{ type: "radio", name: "open", value: "", label: "Whenever", count: counts.openOrNot }}
        isOn={open === undefined}
      />
      <FilterOption
        {...{ type: "checkbox", name: "unconfirmed", value: "1", label: UNCONFIRMED_FILTER }}
        isOn={includeUnconfirmed}
      />
    </fieldset>
  );
}
