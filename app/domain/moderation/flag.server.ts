import { Prisma, type PrismaClient } from "#app/db/database.server.ts";
import { paths } from "#app/paths.ts";
import { type PostOutcome, postOnce } from "../posting/post-once.server.ts";
import type { Rule } from "./rules.ts";
import { withholdReviews } from "./withhold-reviews.server.ts";

type Flag = { rule: Rule; note: string | undefined };

/** The thing that is flagged: a place, or the review that its author wrote of it. */
type Item = { placeId: number; authorId: number | null };

const DAY = 24 * 60 * 60 * 1000;

/** How many members must flag a thing to have it put aside until a moderator has looked at it. */
export const FLAGS_THAT_HIDE = 2;

/** How long somebody must have been a member for their flag to count towards that, in days. */
export const STANDING_DAYS = 7;

const OWN = { status: 403, message: "This is yours. Change or delete it instead" };
const ALREADY = {
  status: 409,
  message: "You have flagged this before, and a moderator will look at it",
};

/**
 * Flags a place, once for each member until a moderator has looked at it. The second flag of a member of some standing puts
 * the place aside. Declined when the place is not there.
 */
export function flagPlace(
  slug: string,
  flag: Flag,
  memberId: number,
  formSecret: string,
  now = new Date(),
) {
  return postOnce({ memberId }, formSecret, async (writer) => {
    const place = await writer.place.findUnique({ where: { slug, withheldReason: null } });
    if (!place) return undefined;
    if (place.recommendedBy === memberId) return { refusal: OWN };
    const thing = { placeId: place.id, authorId: null };
    if (await hasOpenFlag(writer, thing, memberId)) return { refusal: ALREADY };
    return {
      answer: paths.place(slug),
      statements: [
        writer.flag.create({ data: { ...flag, ...thing, memberId } }),
        writer.$executeRaw`
          UPDATE places SET withheld_reason = 'flagged', withheld_at = ${now}
          WHERE id = ${place.id} AND withheld_reason IS NULL AND ${hasEnoughFlags(thing, now)}`,
        writer.place.findFirstOrThrow({
          where: {
            id: place.id,
            OR: [{ recommendedBy: null }, { recommendedBy: { not: memberId } }],
          },
          select: { id: true },
        }),
      ],
    };
  });
}

/** Flags a review in the same way. @param id the review's */
export function flagReview(
  id: number,
  flag: Flag,
  memberId: number,
  formSecret: string,
  now = new Date(),
): Promise<PostOutcome> {
  return postOnce({ memberId }, formSecret, async (writer) => {
    const review = await writer.review.findUnique({
      where: { id, place: { withheldReason: null } },
    });
    if (!review) return undefined;
    if (review.memberId === memberId) return { refusal: OWN };
    const thing = { placeId: review.placeId, authorId: review.memberId };
    if (await hasOpenFlag(writer, thing, memberId)) return { refusal: ALREADY };
    const which = Prisma.sql`id = ${id} AND ${hasEnoughFlags(thing, now)}`;
    return {
      answer: paths.review(id),
      statements: [
        // The database refuses an author's flag of their own review.
        writer.flag.create({ data: { ...flag, ...thing, memberId } }),
        ...withholdReviews(writer, which, { withheldReason: "flagged", now }),
      ],
    };
  });
}

async function hasOpenFlag(writer: PrismaClient, thing: Item, memberId: number): Promise<boolean> {
  return (await writer.flag.count({ where: { ...thing, memberId, settledAt: null } })) > 0;
}

/**
 * Whether a thing has the flags that put it aside. Whoever flagged it before, and was told that it may stay, does not put it
 * aside again.
 */
export function hasEnoughFlags({ placeId, authorId }: Item, now: Date): Prisma.Sql {
  const since = new Date(now.getTime() - STANDING_DAYS * DAY);
  return Prisma.sql`${FLAGS_THAT_HIDE} <= (
    SELECT COUNT(DISTINCT flags.member_id) FROM flags JOIN members ON members.id = flags.member_id
    WHERE flags.place_id = ${placeId} AND flags.author_id IS ${authorId} AND flags.settled_at IS NULL
      AND members.created_at < ${since}
      AND NOT EXISTS (
        SELECT 1 FROM flags AS earlier
        WHERE earlier.place_id = flags.place_id AND earlier.author_id IS flags.author_id
          AND earlier.member_id = flags.member_id AND earlier.settled_at IS NOT NULL
      )
  )`;
}
