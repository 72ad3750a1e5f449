import { z } from "zod";
import { Prisma, type PrismaClient, reader, storedMoment } from "#app/db/database.server.ts";
import { DAY } from "../text/dates.ts";

export const STANDING_REVIEWS = 3;
export const STANDING_REVIEW_DAYS = 2;
export const STANDING_DAYS = 7;

/** In which year, month and day of London an ISO moment falls. Summer time changes at 01:00 UTC. */
export function londonDay(moment: Prisma.Sql): Prisma.Sql {
  const changes = (month: string) =>
    Prisma.sql`datetime(strftime('%Y', ${moment}) || ${month}, 'weekday 0', '+1 hour')`;
  return Prisma.sql`date(${moment}, iif(
    datetime(${moment}) >= ${changes("-03-25")} AND datetime(${moment}) < ${changes("-10-25")}, '+1 hour', '+0 hours'
  ))`;
}

/**
 * SQL that is true where the row of members that a statement is at has standing: a moderator, a
 * member whom one gave it, or the author of enough shown reviews. Each is of another place.
 */
export function hasStanding(now: Date): Prisma.Sql {
  const since = storedMoment(new Date(now.getTime() - STANDING_DAYS * DAY));
  return Prisma.sql`(members.role = 'moderator' OR members.standing_given_at IS NOT NULL OR (
    SELECT COUNT(*) >= ${STANDING_REVIEWS} AND MIN(written.created_at) <= ${since}
      AND COUNT(DISTINCT ${londonDay(Prisma.sql`written.created_at`)}) >= ${STANDING_REVIEW_DAYS}
    FROM reviews AS written JOIN places AS reviewed ON reviewed.id = written.place_id
    WHERE written.member_id = members.id AND reviewed.withheld_reason IS NULL
  ))`;
}

const rows = z.array(z.object({ id: z.coerce.number() }));

/** For what a screen shows; a command asks by the writer that it is given. */
export async function memberHasStanding(
  memberId: number | undefined,
  { now = new Date(), database = reader() }: { now?: Date; database?: PrismaClient } = {},
): Promise<boolean> {
  if (memberId === undefined) return false;
  const found = await database.$queryRaw`
    SELECT id FROM members WHERE id = ${memberId} AND ${hasStanding(now)}`;
  return rows.parse(found).length > 0;
}
