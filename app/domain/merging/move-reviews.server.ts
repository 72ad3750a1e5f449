import { Prisma, type PrismaClient } from "#app/db/database.server.ts";

export type Merge = { fromId: number; intoId: number; now: Date };

const SAID = Prisma.raw(
  "rating, body, dish, dish_slug, price_pence, price_kind, visited_on, created_at, updated_at",
);
const WITHHELD = Prisma.raw("withheld_reason, withheld_rule, withheld_at");

/**
 * Votes and flags first, since they are deleted with their review. Where a member reviewed both
 * places, the newer text stays and the older is kept in review_revisions.
 */
export function moveReviews(writer: PrismaClient, merge: Merge): Prisma.PrismaPromise<number>[] {
  const { fromId, intoId } = merge;
  return [
    writer.$executeRaw`UPDATE review_revisions SET place_id = ${intoId} WHERE place_id = ${fromId}`,
    ...moveVotes(writer, merge),
    ...moveFlags(writer, merge),
    ...["reviews", "withheld_reviews"].flatMap((table) => [
      keepOlderWords(writer, table, merge),
      takeNewerWords(writer, table, merge),
      writer.$executeRaw`DELETE FROM ${Prisma.raw(table)} WHERE place_id = ${fromId}
        AND member_id IN (SELECT member_id FROM ${Prisma.raw(table)} WHERE place_id = ${intoId})`,
      writer.$executeRaw`UPDATE ${Prisma.raw(table)} SET place_id = ${intoId} WHERE place_id = ${fromId}`,
    ]),
  ];
}

function keepOlderWords(writer: PrismaClient, table: string, { fromId, intoId, now }: Merge) {
  return writer.$executeRaw`
    INSERT INTO review_revisions
      (place_id, member_id, rating, body, dish, price_pence, price_kind, visited_on, written_at, created_at)
    SELECT ${intoId}, older.member_id, older.rating, older.body, older.dish, older.price_pence,
      older.price_kind, older.visited_on, older.updated_at, ${now}
    FROM ${Prisma.raw(table)} AS older JOIN ${Prisma.raw(table)} AS newer ON newer.member_id = older.member_id
    WHERE older.place_id = ${intoId} AND newer.place_id = ${fromId} AND newer.updated_at > older.updated_at
      OR older.place_id = ${fromId} AND newer.place_id = ${intoId} AND newer.updated_at >= older.updated_at`;
}

function takeNewerWords(writer: PrismaClient, table: string, { fromId, intoId }: Merge) {
  const columns = table === "reviews" ? SAID : Prisma.sql`${SAID}, ${WITHHELD}`;
  return writer.$executeRaw`
    UPDATE ${Prisma.raw(table)} AS kept SET (${columns}) = (
      SELECT ${columns} FROM ${Prisma.raw(table)} AS newer
      WHERE newer.place_id = ${fromId} AND newer.member_id = kept.member_id
    )
    WHERE place_id = ${intoId} AND EXISTS (
      SELECT 1 FROM ${Prisma.raw(table)} AS newer
      WHERE newer.place_id = ${fromId} AND newer.member_id = kept.member_id AND newer.updated_at > kept.updated_at
    )`;
}

function moveVotes(writer: PrismaClient, { fromId, intoId }: Merge) {
  return [
    writer.$executeRaw`
      INSERT INTO helpful_votes (place_id, author_id, member_id, created_at)
      SELECT ${intoId}, author_id, member_id, created_at FROM helpful_votes WHERE place_id = ${fromId}
      ON CONFLICT DO UPDATE SET created_at = min(created_at, excluded.created_at)`,
    writer.$executeRaw`DELETE FROM helpful_votes WHERE place_id = ${fromId}`,
  ];
}

function moveFlags(writer: PrismaClient, { fromId, intoId, now }: Merge) {
  return [
    writer.$executeRaw`
      UPDATE flags SET settled_at = ${now} WHERE place_id = ${fromId} AND settled_at IS NULL AND EXISTS (
        SELECT 1 FROM flags AS other
        WHERE other.place_id = ${intoId} AND other.member_id = flags.member_id
          AND other.author_id IS flags.author_id AND other.settled_at IS NULL
      )`,
    writer.$executeRaw`UPDATE flags SET place_id = ${intoId} WHERE place_id = ${fromId}`,
  ];
}
