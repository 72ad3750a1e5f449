import { z } from "zod";
import { type PrismaClient, storedMoment } from "#app/db/database.server.ts";
import { countsNow, FLAGS_THAT_HIDE } from "../moderation/put-aside.server.ts";

const rows = z.array(
  z.object({
    flagId: z.coerce.number(),
    placeId: z.coerce.number(),
    /** Null where the place itself is flagged. */
    reviewId: z.coerce.number().nullable(),
    isReview: z.coerce.boolean(),
    isAside: z.coerce.boolean(),
    othersFlags: z.coerce.number(),
  }),
);

export type FlagToUndo = {
  flagId: number;
  placeId: number;
  reviewId: number | null;
  isReview: boolean;
  /** Whether it puts the item aside, alone with those of members who are not enough without it. */
  isReason: boolean;
  /** Whether the item stays aside, since enough others flagged it too. */
  isLeft: boolean;
};

type Which = { memberId: number; since: Date; placeId?: number | undefined; now: Date };

/** A member's open flags, and what becomes of what they are about without them. */
export async function listFlagsToUndo(
  database: PrismaClient,
  { memberId, since, placeId, now }: Which,
): Promise<FlagToUndo[]> {
  const found = await database.$queryRaw`
    SELECT own.id AS flagId, own.place_id AS placeId, own.author_id IS NOT NULL AS isReview,
      withheld_reviews.id AS reviewId,
      iif(own.author_id IS NULL, places.withheld_reason IS 'flagged', withheld_reviews.id IS NOT NULL) AS isAside,
      (SELECT COUNT(DISTINCT flags.member_id) FROM flags
        WHERE flags.place_id = own.place_id AND flags.author_id IS own.author_id AND flags.member_id <> own.member_id
          AND ${countsNow(now)}) AS othersFlags
    FROM flags AS own JOIN places ON places.id = own.place_id
      LEFT JOIN withheld_reviews ON withheld_reviews.place_id = own.place_id AND withheld_reviews.member_id = own.author_id
        AND withheld_reviews.withheld_reason = 'flagged'
    WHERE own.member_id = ${memberId} AND own.settled_at IS NULL AND own.created_at >= ${storedMoment(since)}
      AND own.place_id = coalesce(${placeId ?? null}, own.place_id)
    ORDER BY own.id`;
  return rows.parse(found).map(({ isAside, othersFlags, ...flag }) => {
    const isEnough = othersFlags >= FLAGS_THAT_HIDE;
    return { ...flag, isReason: isAside && !isEnough, isLeft: isAside && isEnough };
  });
}
