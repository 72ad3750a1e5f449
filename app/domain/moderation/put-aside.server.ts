import { z } from "zod";
import { jsonColumn, Prisma, type PrismaClient, storedMoment } from "#app/db/database.server.ts";
import { hasStanding } from "../members/standing.server.ts";
import { DAY } from "../text/dates.ts";

export type Item = { placeId: number; authorId: number | null };

export const FLAGS_THAT_HIDE = 2;
export const MOST_A_DAY_BY_TWO = 2;
export const MOST_A_DAY = 3;
/** Of a hundred places, or reviews, that are shown. */
export const MOST_PERCENT_A_DAY = 5;

/** SQL that is true where a row of flags counts: open, of a member with standing who was not wrong about the item before. */
export function countsNow(now: Date): Prisma.Sql {
  return Prisma.sql`flags.settled_at IS NULL
    AND EXISTS (SELECT 1 FROM members WHERE members.id = flags.member_id AND ${hasStanding(now)})
    AND NOT EXISTS (
      SELECT 1 FROM flags AS earlier
      WHERE earlier.place_id = flags.place_id AND earlier.author_id IS flags.author_id
        AND earlier.member_id = flags.member_id AND earlier.settled_at IS NOT NULL
    )`;
}

/** SQL on flags. */
function ofItem({ placeId, authorId }: Item): Prisma.Sql {
  return Prisma.sql`flags.place_id = ${placeId} AND flags.author_id IS ${authorId}`;
}

/** SQL that is true of an item that flags have put aside and no moderator has decided about. */
export function isPutAside(item: Item): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM flags WHERE ${ofItem(item)} AND flags.settled_at IS NULL AND flags.put_aside_at IS NOT NULL
  )`;
}

/**
 * After the member's flag is written. The first other member whose flag counts, and with whom the
 * member has not put aside too much today, is the second: both flags then have the same moment.
 */
export function putAside(writer: PrismaClient, item: Item, memberId: number, now: Date) {
  const since = storedMoment(new Date(now.getTime() - DAY));
  const theirs = (member: Prisma.Sql | number) =>
    Prisma.sql`flags.member_id = ${member} AND ${countsNow(now)}`;
  const second = Prisma.sql`(
    SELECT flags.member_id FROM flags
    WHERE ${ofItem(item)} AND flags.member_id <> ${memberId} AND ${countsNow(now)} AND ${MOST_A_DAY_BY_TWO} > (
      SELECT COUNT(*) FROM flags AS mine JOIN flags AS joint
        ON joint.place_id = mine.place_id AND joint.author_id IS mine.author_id AND joint.put_aside_at = mine.put_aside_at
      WHERE mine.member_id = ${memberId} AND joint.member_id = flags.member_id AND mine.put_aside_at > ${since}
    )
    ORDER BY flags.id LIMIT 1
  )`;
  return writer.$executeRaw`
    UPDATE flags SET put_aside_at = ${storedMoment(now)}
    FROM (SELECT ${second} AS member_id) AS second
    WHERE ${ofItem(item)} AND flags.settled_at IS NULL AND second.member_id IS NOT NULL
      AND flags.member_id IN (${memberId}, second.member_id)
      AND EXISTS (SELECT 1 FROM flags WHERE ${ofItem(item)} AND ${theirs(memberId)})
      AND ${putAsideSince(since)} < ${mostOf(item)}`;
}

function putAsideSince(since: string): Prisma.Sql {
  return Prisma.sql`(
    SELECT COUNT(*) FROM (SELECT DISTINCT place_id, author_id, put_aside_at FROM flags WHERE put_aside_at > ${since})
  )`;
}

function mostOf({ authorId }: { authorId: number | null }): Prisma.Sql {
  const shown =
    authorId === null
      ? Prisma.sql`SELECT COUNT(*) FROM places WHERE withheld_reason IS NULL`
      : Prisma.sql`
          SELECT COUNT(*) FROM reviews JOIN places ON places.id = reviews.place_id AND places.withheld_reason IS NULL`;
  return Prisma.sql`max(${MOST_A_DAY}, (${shown}) * ${MOST_PERCENT_A_DAY} / 100)`;
}

const counts = z.tuple([
  z.object({
    things: z.coerce.number(),
    mostPlaces: z.coerce.number(),
    mostReviews: z.coerce.number(),
    flaggers: jsonColumn(z.array(z.object({ handle: z.string(), flags: z.number() }))),
  }),
]);

const MOST_FLAGGERS = 5;

/** How much flags have put aside in the last 24 hours, how much they may, and whose most of them are. */
export async function countPutAside(database: PrismaClient, now = new Date()) {
  const since = storedMoment(new Date(now.getTime() - DAY));
  const rows = await database.$queryRaw`
    SELECT ${putAsideSince(since)} AS things, ${mostOf({ authorId: null })} AS mostPlaces, ${mostOf({ authorId: 0 })} AS mostReviews,
      (SELECT json_group_array(json_object('handle', handle, 'flags', flags) ORDER BY flags DESC, handle) FROM (
        SELECT handle, COUNT(*) AS flags FROM flags CROSS JOIN members ON members.id = flags.member_id
        WHERE flags.created_at > ${since} GROUP BY flags.member_id ORDER BY flags DESC, handle LIMIT ${MOST_FLAGGERS}
      )) AS flaggers`;
  return counts.parse(rows)[0];
}
