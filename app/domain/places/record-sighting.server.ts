import { z } from "zod";
import { type PrismaClient, storedMoment } from "#app/db/database.server.ts";
import { daysAfter, startOfDayInLondon } from "../hours/london-time.ts";
import { hasStanding } from "../members/standing.server.ts";
import { onlyIfPlaceTakesPosts, refuseAtPlace } from "../moderation/post-guards.server.ts";
import {
  type Author,
  type AuthorReference,
  plan,
  postOnce,
  stop,
} from "../posting/post-once.server.ts";
import { wasTurnedDown } from "../reports/open-reports.server.ts";
import type { Report } from "../reports/report.ts";
import {
  reportStatements,
  settleFulfilledReports,
  settleReports,
  sightingsOfReports,
} from "../reports/report-statements.server.ts";
import { CLOSED_SIGHTING_DAYS, type SightingReport } from "../sightings/sighting.ts";
import { sightingStatements } from "../sightings/sighting-statements.server.ts";
import { DAY, dayInLondon } from "../text/dates.ts";
import { changeStatements } from "./change-place.server.ts";
import { mayChangeAtOnce, refuseBeyondLimit } from "./correction-limits.server.ts";
import type { PlaceChange } from "./place-change.ts";

export const ENOUGH_MEMBERS = 2;

type Place = { id: number; closedOn: string | null; hoursConfirmedOn: string | null };

type Found = { found: SightingReport; member: AuthorReference; now: Date };

/**
 * Two members who found it closed, one of them with standing and with nobody who found it open
 * since, close a place; finding it open opens it again. Of somebody without standing, what would
 * change the place is a report.
 */
export function recordSighting(
  slug: string,
  found: SightingReport,
  { author, formSecret }: { author: Author; formSecret: string },
  now = new Date(),
) {
  return postOnce(author, formSecret, async (writer, member) => {
    const place = await writer.place.findUnique({
      where: { slug, withheldReason: null },
      select: {
        id: true,
        updatedAt: true,
        createdAt: true,
        recommendedBy: true,
        closedOn: true,
        hoursConfirmedOn: true,
        isLocked: true,
      },
    });
    if (!place) return stop({ kind: "missing" });
    const refused = await refuseAtPlace(writer, place, member);
    if (refused) return refused;
    if (found === "hours" && place.hoursConfirmedOn === null)
      return stop({ kind: "hours-unknown" });
    const changesPlace = found === "closed" || found === "moved" || place.closedOn !== null;
    const tooMany = changesPlace ? await refuseBeyondLimit(writer, place, member, now) : undefined;
    if (tooMany) return tooMany;
    const hasSay = await mayChangeAtOnce(writer, place, member, now);
    const { id: placeId } = place;
    const report = hasSay ? undefined : await reportFor(writer, place, { found, member, now });
    if (report) {
      if (await wasTurnedDown(writer, placeId, [report], { author: member, now })) {
        return stop({ kind: "turned-down-before" });
      }
      return plan({ place: slug, reported: [report.kind], isSaved: false }, [
        ...reportStatements(writer, [report], { placeId, now }, member),
        onlyIfPlaceTakesPosts(writer, placeId),
      ]);
    }
    const change = await changeAfter(writer, place, { found, member, now });
    return plan({ place: slug }, [
      ...(found === "hours"
        ? []
        : sightingStatements(writer, { placeId, state: found, now }, member)),
      ...(hasSay
        ? settleAfter(writer, found, { placeId, now, isClosed: Boolean(change?.closedOn) })
        : []),
      ...(change ? changeStatements(writer, place, change, { author: member, now }) : []),
      settleFulfilledReports(writer, { placeId, now }),
      onlyIfPlaceTakesPosts(writer, placeId),
    ]);
  });
}

/** What somebody without standing says that others have to agree with; undefined where it changes nothing, or they have. */
async function reportFor(
  writer: PrismaClient,
  place: Place,
  { found, member, now }: Found,
): Promise<Report | undefined> {
  if (found === "open") return place.closedOn === null ? undefined : { kind: "open", facts: {} };
  if (place.closedOn !== null) return undefined;
  if (found === "moved") return { kind: "moved", facts: {} };
  if (found === "hours" || (await trustedFoundClosed(writer, place, { member, now })))
    return undefined;
  return { kind: "closed", facts: { closedOn: dayInLondon(now) } };
}

/** Still here turns down what was reported; gone agrees with it. */
function settleAfter(
  writer: PrismaClient,
  found: SightingReport,
  { isClosed, ...at }: { placeId: number; now: Date; isClosed: boolean },
) {
  switch (found) {
    case "open":
      return [settleReports(writer, ["closed", "moved"], "turned-down", at)];
    case "moved":
      return [
        sightingsOfReports(writer, "moved", at.placeId),
        settleReports(writer, ["moved"], "agreed", at),
      ];
    case "closed":
      return isClosed ? [sightingsOfReports(writer, "closed", at.placeId)] : [];
    case "hours":
      return [];
  }
}

async function changeAfter(
  writer: PrismaClient,
  place: Place,
  { found, member, now }: Found,
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
  place: Place,
  { member, now }: { member: AuthorReference; now: Date },
): Promise<boolean> {
  const { id: placeId } = place;
  const reported = await writer.placeReport.count({
    where: { placeId, kind: "closed", settledAt: null, member: { isNot: member } },
  });
  return (await countFoundClosed(writer, place, { member, now })) + reported >= ENOUGH_MEMBERS - 1;
}

/** Others with standing: those whom somebody without it agrees with. */
async function trustedFoundClosed(
  writer: PrismaClient,
  place: Place,
  { member, now }: { member: AuthorReference; now: Date },
): Promise<boolean> {
  const members = memberIds.parse(
    await writer.$queryRaw`
    SELECT members.id FROM members WHERE ${hasStanding(now)} AND members.id IN (
      SELECT member_id FROM sightings WHERE place_id = ${place.id} AND state = 'closed'
        AND created_at >= ${storedMoment(new Date(now.getTime() - CLOSED_SIGHTING_DAYS * DAY))}
        AND created_at > coalesce((
          SELECT max(created_at) FROM sightings WHERE place_id = ${place.id} AND state = 'open'
        ), '')
    )`,
  );
  return members.some(({ id }) => !("id" in member) || member.id !== id);
}

const memberIds = z.array(z.object({ id: z.coerce.number() }));

async function countFoundClosed(
  writer: PrismaClient,
  { id: placeId }: Place,
  { member, now }: { member: AuthorReference; now: Date },
): Promise<number> {
  const lastOpen = await writer.sighting.aggregate({
    where: { placeId, state: "open" },
    _max: { createdAt: true },
  });
  const since = new Date(now.getTime() - CLOSED_SIGHTING_DAYS * DAY);
  return writer.sighting.count({
    where: {
      placeId,
      state: "closed",
      createdAt: { gte: since, gt: lastOpen._max.createdAt ?? since },
      member: { isNot: member },
    },
  });
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
