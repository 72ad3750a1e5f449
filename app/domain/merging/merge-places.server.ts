import { Prisma, type PrismaClient } from "#app/db/database.server.ts";
import { paths } from "#app/paths.ts";
import { firstRevision, nextRevision } from "../places/place-revisions.server.ts";
import {
  type Author,
  type AuthorReference,
  type PostOutcome,
  postOnce,
} from "../posting/post-once.server.ts";
import { type DuplicatePair, findDuplicatePair, type Pair } from "./find-duplicate.server.ts";
import { moveFacts } from "./move-facts.server.ts";
import { moveReviews } from "./move-reviews.server.ts";

type MergeOutcome = PostOutcome | { kind: "same-place" } | { kind: "not-allowed" };

/**
 * Makes two pages one, all or nothing: everything of the one that goes moves to the one that stays, and its address leads
 * there for good. A moderator may, and whoever recommended both places while neither is locked. It is declined when one of
 * the places is not listed.
 * @param formSecret what only the sender of the form knows, by which posting it again is recognised
 */
export async function mergePlaces(
  pair: DuplicatePair,
  author: Author,
  formSecret: string,
): Promise<MergeOutcome> {
  let found: Pair | undefined;
  try {
    const outcome = await postOnce(author, formSecret, async (writer, member) => {
      found = await findDuplicatePair(writer, pair);
      if (!found || found.isSamePlace) return undefined;
      return {
        answer: paths.place(found.into.slug),
        statements: mergeStatements(writer, found, member),
      };
    });
    return outcome.kind === "declined" && found?.isSamePlace ? { kind: "same-place" } : outcome;
  } catch (error) {
    if (isStoppedByGuard(error)) return { kind: "not-allowed" };
    throw error;
  }
}

function mergeStatements(
  writer: PrismaClient,
  { from, into }: Pair,
  member: AuthorReference,
): Prisma.PrismaPromise<unknown>[] {
  const now = new Date();
  const merge = { fromId: from.id, intoId: into.id, now };
  const isAuthor =
    "id" in member
      ? Prisma.sql`members.id = ${member.id}`
      : Prisma.sql`members.handle_key = ${member.handleKey}`;
  return [
    keepAddress(writer, merge, isAuthor),
    // What both pages said can be read, and restored, in the history of the one that stays.
    firstRevision(writer, from.id),
    firstRevision(writer, into.id),
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

/**
 * The address of the page that goes leads to the one that stays. Where the author may not merge the two, or one of them is
 * not listed any more, there is no address to insert, and the whole batch fails.
 */
function keepAddress(
  writer: PrismaClient,
  { fromId, intoId, now }: { fromId: number; intoId: number; now: Date },
  member: Prisma.Sql,
) {
  return writer.$executeRaw`
    INSERT INTO former_slugs (slug, place_id, created_at) VALUES ((
      SELECT leaving.slug FROM places AS leaving, places AS staying, members
      WHERE leaving.id = ${fromId} AND staying.id = ${intoId} AND leaving.withheld_reason IS NULL AND staying.withheld_reason IS NULL
        AND ${member} AND members.left_on IS NULL AND (members.role = 'moderator' OR
          leaving.recommended_by = members.id AND staying.recommended_by = members.id
          AND leaving.is_locked = 0 AND staying.is_locked = 0)
    ), ${intoId}, ${now})`;
}

function isStoppedByGuard(error: unknown): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    /NOT NULL|null constraint/i.test(JSON.stringify(error))
  );
}
