import { daysAfter } from "#app/domain/hours/london-time.ts";
import { hoursTrustedSince } from "#app/domain/hours/opening-hours.ts";
import type { LastSighting } from "#app/domain/sightings/last-sightings.server.ts";
import { CLOSED_SIGHTING_DAYS } from "#app/domain/sightings/sighting.ts";
import { formatDay, timeAgo } from "#app/domain/text/dates.ts";

export type PresentedSightings = ReturnType<typeof presentSightings>;

/** A report that it has closed counts only if nobody has confirmed since that it is open. */
export function presentSightings(
  sightings: LastSighting[],
  { isClosed, createdOn, today }: { isClosed: boolean; createdOn: string; today: string },
) {
  const [last] = sightings;
  const open = sightings.find(({ state }) => state === "open");
  const newer = sightings.slice(0, open ? sightings.indexOf(open) : undefined);
  const closed = newer.find(
    ({ state, on }) => state === "closed" && on >= daysAfter(today, -CLOSED_SIGHTING_DAYS),
  );
  return {
    isUnconfirmed: (open?.on ?? createdOn) < hoursTrustedSince(today) && !isClosed,
    confirmed: open && { by: open.by, ago: timeAgo(open.on, today) },
    closedOn: closed && !isClosed ? formatDay(closed.on) : undefined,
    movedOn: last?.state === "moved" && !isClosed ? formatDay(last.on) : undefined,
    openOn: last?.state === "open" && isClosed ? formatDay(last.on) : undefined,
  };
}
