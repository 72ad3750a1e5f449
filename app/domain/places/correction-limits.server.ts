import { z } from "zod";
import { type PrismaClient, storedMoment } from "#app/db/database.server.ts";
import { startOfDayInLondon } from "../hours/london-time.ts";
import { memberHasStanding } from "../members/standing.server.ts";
import { isModeratorNow } from "../moderation/moderators.server.ts";
import { type AuthorReference, stop } from "../posting/post-once.server.ts";
import { DAY, dayInLondon } from "../text/dates.ts";

/** How long a recommendation is its author's own, while nobody else has reviewed it. */
const FRESH_DAYS = 7;

/** Of places that others recommended, in a day of London. */
const CORRECTIONS_A_DAY = { withStanding: 30, without: 5 };

type Place = { id: number; recommendedBy: number | null; createdAt: Date };

/** Whether what the member says of a place is so at once, also that it has closed or has another name or address. */
export async function mayChangeAtOnce(
  writer: PrismaClient,
  place: Place,
  author: AuthorReference,
  now: Date,
): Promise<boolean> {
  if (!("id" in author)) return false;
  if (await memberHasStanding(author.id, { now, database: writer })) return true;
  if (place.recommendedBy !== author.id) return false;
  if (now.getTime() - place.createdAt.getTime() > FRESH_DAYS * DAY) return false;
  return !(await othersReviewed(writer, place.id, author.id));
}

/** Moderators may always put right. */
export async function refuseBeyondLimit(
  writer: PrismaClient,
  place: { recommendedBy: number | null },
  author: AuthorReference,
  now: Date,
) {
  if (!("id" in author) || place.recommendedBy === author.id) return undefined;
  const done = await countCorrections(writer, author.id, now);
  if (done < CORRECTIONS_A_DAY.without || (await isModeratorNow(writer, author.id)))
    return undefined;
  if (!(await memberHasStanding(author.id, { now, database: writer }))) {
    return stop({ kind: "newcomers-corrections" });
  }
  return done < CORRECTIONS_A_DAY.withStanding ? undefined : stop({ kind: "days-corrections" });
}

async function othersReviewed(writer: PrismaClient, placeId: number, memberId: number) {
  const where = { placeId, memberId: { not: memberId } };
  return (
    (await writer.review.count({ where })) + (await writer.withheldReview.count({ where })) > 0
  );
}

const counted = z.tuple([z.object({ done: z.coerce.number() })]);

/** What one form or press wrote has one moment. */
async function countCorrections(writer: PrismaClient, memberId: number, now: Date) {
  const since = storedMoment(startOfDayInLondon(dayInLondon(now)));
  const rows = await writer.$queryRaw`
    SELECT COUNT(DISTINCT done.created_at) AS done FROM (
      SELECT place_id, created_at FROM place_revisions WHERE member_id = ${memberId} AND created_at >= ${since}
      UNION ALL SELECT place_id, created_at FROM place_reports WHERE member_id = ${memberId} AND created_at >= ${since}
      UNION ALL SELECT place_id, created_at FROM sightings
      WHERE member_id = ${memberId} AND created_at >= ${since} AND state IN ('closed', 'moved')
      UNION ALL SELECT from_place_id, created_at FROM merge_proposals WHERE proposed_by = ${memberId} AND created_at >= ${since}
    ) AS done JOIN places ON places.id = done.place_id
    WHERE places.recommended_by IS NOT ${memberId}`;
  return counted.parse(rows)[0].done;
}
