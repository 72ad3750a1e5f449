import { Prisma, type PrismaClient } from "#app/db/database.server.ts";
import { firstPostsWait, isApproved } from "../members/member-sql.server.ts";
import { type AuthorReference, stop } from "../posting/post-once.server.ts";
import { withholdReviews } from "./withheld.server.ts";

/**
 * Fails the whole batch unless the place is shown and not locked. Every command that writes about
 * a place has it, after its first write.
 */
export function onlyIfPlaceTakesPosts(writer: PrismaClient, placeId: number) {
  return writer.place.findFirstOrThrow({
    where: { id: placeId, isLocked: false, withheldReason: null },
    select: { id: true },
  });
}

export async function postsWait(writer: PrismaClient, author: AuthorReference): Promise<boolean> {
  if (!firstPostsWait()) return false;
  if (!("id" in author)) return true;
  const rows = await writer.$queryRaw<unknown[]>`
    SELECT id FROM members WHERE id = ${author.id} AND ${isApproved()}`;
  return rows.length === 0;
}

/** For a batch that has already written the review. */
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

/** Corrections and sightings cannot wait: where first posts do, a newcomer has to review first. */
export async function refuseAtPlace(
  writer: PrismaClient,
  place: { isLocked: boolean },
  author: AuthorReference,
) {
  if (place.isLocked) return stop({ kind: "locked" });
  return (await postsWait(writer, author)) ? stop({ kind: "review-first" }) : undefined;
}
