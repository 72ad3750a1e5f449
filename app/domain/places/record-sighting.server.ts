import type { PrismaClient } from "#app/db/database.server.ts";
import { daysAfter, startOfDayInLondon } from "../hours/london-time.ts";
import { onlyIfPlaceTakesPosts, refuseAtPlace } from "../moderation/post-guards.server.ts";
import {
  type Author,
  type AuthorReference,
  plan,
  postOnce,
  stop,
} from "../posting/post-once.server.ts";
import { CLOSED_SIGHTING_DAYS, type SightingReport } from "../sightings/sighting.ts";
import { sightingStatements } from "../sightings/sighting-statements.server.ts";
import { DAY, dayInLondon } from "../text/dates.ts";
import { changeStatements, type PlaceChange } from "./change-place.server.ts";

export const ENOUGH_MEMBERS = 2;

type Place = { id: number; closedOn: string | null; hoursConfirmedOn: string | null };

/** Two members who found it closed, with nobody who found it open since, close a place; finding it open opens it again. */
export function recordSighting(
  slug: string,
  found: SightingReport,
  { author, formSecret }: { author: Author; formSecret: string },
  now = new Date(),
) {
  return postOnce(author, formSecret, async (writer, member) => {
    const place = await writer.place.findUnique({
      where: { slug, withheldReason: null },
      select: { id: true, updatedAt: true, closedOn: true, hoursConfirmedOn: true, isLocked: true },
    });
    if (!place) return stop({ kind: "missing" });
    const refused = await refuseAtPlace(writer, place, member);
    if (refused) return refused;
    if (found === "hours" && place.hoursConfirmedOn === null)
      return stop({ kind: "hours-unknown" });
    const change = await changeAfter(writer, place, { found, member, now });
    return plan({ place: slug }, [
      ...(found === "hours"
        ? []
        : sightingStatements(writer, { placeId: place.id, state: found, now }, member)),
      ...(change ? changeStatements(writer, place, change, { author: member, now }) : []),
      onlyIfPlaceTakesPosts(writer, place.id),
    ]);
  });
}

async function changeAfter(
  writer: PrismaClient,
  place: Place,
  { found, member, now }: { found: SightingReport; member: AuthorReference; now: Date },
): Promise<PlaceChange | undefined> {
  const today = dayInLondon(now);
  switch (found) {
    case "hours":
      return place.hoursConfirmedOn === today ? undefined : { hoursConfirmedOn: today };
    case "closed":
      return place.closedOn === null && (await othersFoundClosed(writer, place, { member, now }))
        ? { closedOn: today }
        : undefined;
    case "open":
      return (await wasClosedBySightings(writer, place)) ? { closedOn: null } : undefined;
    case "moved":
      return undefined;
  }
}

async function othersFoundClosed(
  writer: PrismaClient,
  { id: placeId }: Place,
  { member, now }: { member: AuthorReference; now: Date },
): Promise<boolean> {
  const lastOpen = await writer.sighting.aggregate({
    where: { placeId, state: "open" },
    _max: { createdAt: true },
  });
  const since = new Date(now.getTime() - CLOSED_SIGHTING_DAYS * DAY);
  const others = await writer.sighting.count({
    where: {
      placeId,
      state: "closed",
      createdAt: { gte: since, gt: lastOpen._max.createdAt ?? since },
      member: { isNot: member },
    },
  });
  return others >= ENOUGH_MEMBERS - 1;
}

/** Whether a place is closed since a day on which a sighting said so, as the second member's at least. */
export async function wasClosedBySightings(
  writer: PrismaClient,
  { id: placeId, closedOn }: Pick<Place, "id" | "closedOn">,
): Promise<boolean> {
  if (closedOn === null) return false;
  const day = startOfDayInLondon(closedOn);
  const closed = await writer.sighting.findMany({
    where: {
      placeId,
      state: "closed",
      createdAt: {
        gte: new Date(day.getTime() - CLOSED_SIGHTING_DAYS * DAY),
        lt: startOfDayInLondon(daysAfter(closedOn, 1)),
      },
    },
    select: { memberId: true, createdAt: true },
  });
  const isOfThatDay = closed.some(({ createdAt }) => createdAt >= day);
  return isOfThatDay && new Set(closed.map(({ memberId }) => memberId)).size >= ENOUGH_MEMBERS;
}
