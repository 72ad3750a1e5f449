import { Prisma, type PrismaClient } from "#app/db/database.server.ts";
import { readSettings } from "#app/db/settings.ts";
import { type AuthorReference, stop } from "../posting/post-once.server.ts";
import { withholdReviews } from "./withheld.server.ts";

/**
 * A statement for a batch that fails, and the batch with it, unless the place is there for everybody and not locked. Every
 * command that writes about a place has it in its batch, after its first write.
 */
export function onlyIfPlaceTakesPosts(writer: PrismaClient, placeId: number) {
  return writer.place.findFirstOrThrow({
    where: { id: placeId, isLocked: false, withheldReason: null },
    select: { id: true },
  });
}

/** Whether this site shows what somebody posts for the first time only when a moderator has looked at it. */
export function firstPostsWait(): boolean {
  return readSettings().REVIEW_FIRST_POSTS;
}

/** Whether what an author posts waits for a moderator: it does, where the site says so, until something of theirs is shown. */
export async function postsWait(writer: PrismaClient, author: AuthorReference): Promise<boolean> {
  if (!firstPostsWait()) return false;
  if (!("id" in author)) return true;
  const trusted = await writer.member.count({
    where: {
      id: author.id,
      OR: [
        { role: "moderator" },
        { reviews: { some: {} } },
        { places: { some: { withheldReason: null } } },
      ],
    },
  });
  return trusted === 0;
}

/** The statements that have a review wait which the same batch has written before. */
export function waitWithReview(
  writer: PrismaClient,
  placeSlug: string,
  author: AuthorReference,
  now: Date,
) {
  const memberId =
    "id" in author
      ? Prisma.sql`${author.id}`
      : Prisma.sql`(SELECT id FROM members WHERE handle_key = ${author.handleKey})`;
  const which = Prisma.sql`place_id = (SELECT id FROM places WHERE slug = ${placeSlug}) AND member_id = ${memberId}`;
  return withholdReviews(writer, which, { withheldReason: "waiting", now });
}

/**
 * Why somebody may not change what is said of a place, or say how they found it: it is locked, or they are new on a site
 * that looks at first posts, where only reviews and places can wait. Undefined where they may.
 */
export async function refuseAtPlace(
  writer: PrismaClient,
  place: { isLocked: boolean },
  author: AuthorReference,
) {
  if (place.isLocked) return stop({ kind: "locked" });
  return (await postsWait(writer, author)) ? stop({ kind: "review-first" }) : undefined;
}
