import type { OpeningHours } from "../hours/opening-hours.ts";
import type { ListedPlace } from "./list-places.server.ts";

/** The opening hours in a row of the list; undefined where they are unknown. */
export function hoursOf(
  place: Pick<ListedPlace, "hoursConfirmedOn" | "bankHolidays" | "intervals">,
): OpeningHours | undefined {
  const { hoursConfirmedOn, bankHolidays, intervals } = place;
  return hoursConfirmedOn === null
    ? undefined
    : { confirmedOn: hoursConfirmedOn, bankHolidays, intervals };
}
