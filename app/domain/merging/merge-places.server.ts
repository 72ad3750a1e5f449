import { Prisma, type PrismaClient } from "#app/db/database.server.ts";
import { firstRevision, nextRevision } from "../places/place-revisions.server.ts";
import {
  type Author,
  type AuthorReference,
  plan,
  postOnce,
  stop,
} from "../posting/post-once.server.ts";
import { type DuplicatePair, findDuplicatePair, type Pair } from "./find-duplicate.server.ts";
import { moveFacts } from "./move-facts.server.ts";
import { moveReviews } from "./move-reviews.server.ts";
import { collectMoved, keepBothReviews, type Moved } from "./moved-rows.server.ts";

/** All or nothing: everything moves, and the old address leads to the page that stays. */
export async function mergePlaces(pair: DuplicatePair, author: Author, formSecret: string) {
  try {
    return await postOnce(author, formSecret, async (writer, member) => {
      const found = await findDuplicatePair(writer, pair);
      if (!found) return stop({ kind: "missing" });
      if (found.isSamePlace) return stop({ kind: "same-place" });
      const ids = { fromId: found.from.id, intoId: found.into.id };
      const moved = await collectMoved(writer, ids);
      return plan({ place: found.into.slug }, mergeStatements(writer, found, moved, member));
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2025") {
      return { kind: "not-allowed" as const };
    }
    throw error;
  }
}

function mergeStatements(
  writer: PrismaClient,
  { from, into }: Pair,
  moved: Moved,
  member: AuthorReference,
): Prisma.PrismaPromise<unknown>[] {
  const now = new Date();
  const merge = { fromId: from.id, intoId: into.id, now };
  const isAuthor =
    "id" in member
      ? Prisma.sql`members.id = ${member.id}`
      : Prisma.sql`members.handle_key = ${member.handleKey}`;
  return [
    ...onlyIfMayMerge(writer, merge, member),
    writer.formerSlug.create({ data: { slug: from.slug, placeId: into.id, createdAt: now } }),
    firstRevision(writer, from.id),
    firstRevision(writer, into.id),
    writer.merge.create({
      data: {
        fromPlaceId: from.id,
        fromSlug: from.slug,
        fromName: from.name,
        into: { connect: { id: into.id } },
        member: { connect: member },
        moved: JSON.stringify(moved),
        createdAt: now,
      },
    }),
    keepRevisionNumbers(writer, from.id),
    keepBothReviews(writer, merge),
    ...moveReviews(writer, merge),
    ...moveFacts(writer, merge),
    nextRevision(writer, into.id, { author: member, now }),
    writer.$executeRaw`
      INSERT INTO moderation_actions (moderator_id, action, subject, place_id, place_name, created_at)
      SELECT members.id, 'merge', 'place', ${into.id}, ${from.name}, ${now} FROM members
      WHERE ${isAuthor} AND members.role = 'moderator'`,
    writer.$executeRaw`DELETE FROM places WHERE id = ${from.id}`,
  ];
}

/** Of all revisions that move, with the first one, which may have been added a moment ago. */
function keepRevisionNumbers(writer: PrismaClient, fromId: number) {
  return writer.$executeRaw`
    UPDATE merges SET moved = json_set(moved, '$.placeRevisions', json((
      SELECT json_group_array(id) FROM place_revisions WHERE place_id = ${fromId}
    ))) WHERE from_place_id = ${fromId} AND undone_at IS NULL`;
}

/** For a moderator, or who recommended both places while neither is locked and nobody else has reviewed one. */
function onlyIfMayMerge(
  writer: PrismaClient,
  { fromId, intoId }: { fromId: number; intoId: number },
  member: AuthorReference,
): Prisma.PrismaPromise<unknown>[] {
  const isListed = (id: number) =>
    writer.place.findFirstOrThrow({ where: { id, withheldReason: null }, select: { id: true } });
  const byOthers = { some: { member: { isNot: member } } };
  const isReviewed = { OR: [{ reviews: byOthers }, { withheldReviews: byOthers }] };
  const ownsUnlocked = (id: number) => ({
    places: { some: { id, isLocked: false, NOT: isReviewed } },
  });
  return [
    isListed(fromId),
    isListed(intoId),
    writer.member.findFirstOrThrow({
      where: {
        ...member,
        leftOn: null,
        OR: [{ role: "moderator" }, { AND: [ownsUnlocked(fromId), ownsUnlocked(intoId)] }],
      },
      select: { id: true },
    }),
  ];
}
