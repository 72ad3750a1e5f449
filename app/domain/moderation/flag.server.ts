import { Prisma, type PrismaClient } from "#app/db/database.server.ts";
import { isApproved } from "../members/approved.server.ts";
import { plan, postOnce, stop } from "../posting/post-once.server.ts";
import { DAY } from "../text/dates.ts";
import type { Rule } from "./rules.ts";
import { withholdReviews } from "./withheld.server.ts";

type Flag = { rule: Rule; note: string | undefined };

export type Item = { placeId: number; authorId: number | null };

export const FLAGS_THAT_HIDE = 2;

export const STANDING_DAYS = 7;

export function flagPlace(
  slug: string,
  flag: Flag,
  memberId: number,
  formSecret: string,
  now = new Date(),
) {
  return postOnce({ memberId }, formSecret, async (writer) => {
    const place = await writer.place.findUnique({ where: { slug, withheldReason: null } });
    if (!place) return stop({ kind: "missing" });
    if (place.recommendedBy === memberId) return stop({ kind: "own-item" });
    const item = { placeId: place.id, authorId: null };
    if (await hasOpenFlag(writer, item, memberId)) return stop({ kind: "already-flagged" });
    return plan({ place: slug }, [
      writer.flag.create({ data: { ...flag, ...item, memberId } }),
      writer.$executeRaw`
        UPDATE places SET withheld_reason = 'flagged', withheld_at = ${now}
        WHERE id = ${place.id} AND withheld_reason IS NULL AND ${hasEnoughFlags(item, now)}`,
      writer.place.findFirstOrThrow({
        where: {
          id: place.id,
          OR: [{ recommendedBy: null }, { recommendedBy: { not: memberId } }],
        },
        select: { id: true },
      }),
    ]);
  });
}

export function flagReview(
  id: number,
  flag: Flag,
  memberId: number,
  formSecret: string,
  now = new Date(),
) {
  return postOnce({ memberId }, formSecret, async (writer) => {
    const review = await writer.review.findUnique({
      where: { id, place: { withheldReason: null } },
    });
    if (!review) return stop({ kind: "missing" });
    if (review.memberId === memberId) return stop({ kind: "own-item" });
    const item = { placeId: review.placeId, authorId: review.memberId };
    if (await hasOpenFlag(writer, item, memberId)) return stop({ kind: "already-flagged" });
    const which = Prisma.sql`id = ${id} AND ${hasEnoughFlags(item, now)}`;
    return plan({}, [
      // The database refuses a flag of one's own review.
      writer.flag.create({ data: { ...flag, ...item, memberId } }),
      ...withholdReviews(writer, which, { withheldReason: "flagged", now }),
    ]);
  });
}

async function hasOpenFlag(writer: PrismaClient, item: Item, memberId: number): Promise<boolean> {
  return (await writer.flag.count({ where: { ...item, memberId, settledAt: null } })) > 0;
}

/** A member whose earlier flag of the item was settled does not count again. */
export function hasEnoughFlags({ placeId, authorId }: Item, now: Date): Prisma.Sql {
  const since = new Date(now.getTime() - STANDING_DAYS * DAY);
  return Prisma.sql`${FLAGS_THAT_HIDE} <= (
    SELECT COUNT(DISTINCT flags.member_id) FROM flags JOIN members ON members.id = flags.member_id
    WHERE flags.place_id = ${placeId} AND flags.author_id IS ${authorId} AND flags.settled_at IS NULL
      AND members.created_at < ${since} AND ${isApproved()}
      AND NOT EXISTS (
        SELECT 1 FROM flags AS earlier
        WHERE earlier.place_id = flags.place_id AND earlier.author_id IS flags.author_id
          AND earlier.member_id = flags.member_id AND earlier.settled_at IS NOT NULL
      )
  )`;
}
