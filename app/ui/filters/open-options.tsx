import type { UnreadTime } from "#app/domain/places/parse-place-query.ts";
import { clockWords, WEEKDAYS } from "#app/domain/text/dates.ts";
import type { GroupProps } from "./filter-groups.tsx";
import { Option } from "./filter-option.tsx";

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
