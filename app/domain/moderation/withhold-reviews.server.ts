import { Prisma, type PrismaClient } from "#app/db/database.server.ts";

const COLUMNS = Prisma.sql`
  id, place_id, member_id, rating, body, dish, dish_slug, price_pence, visited_on, created_at, updated_at`;

type Withholding = {
  withheldReason: "deleted" | "hidden" | "flagged" | "waiting";
  rule?: string;
  now: Date;
};

/**
 * The statements of a batch that put reviews aside. First into the other table, then out of the first, so that what belongs
 * to a review stays with it.
 * @param which a condition on rows of reviews
 */
export function withholdReviews(
  writer: PrismaClient,
  which: Prisma.Sql,
  { withheldReason, rule, now }: Withholding,
) {
  return [
    writer.$executeRaw`
      INSERT INTO withheld_reviews (${COLUMNS}, withheld_reason, withheld_rule, withheld_at)
      SELECT ${COLUMNS}, ${withheldReason}, ${rule ?? null}, ${now} FROM reviews WHERE ${which}`,
    writer.$executeRaw`
      DELETE FROM reviews WHERE ${which} AND EXISTS (SELECT 1 FROM withheld_reviews AS withheld WHERE withheld.id = reviews.id)`,
  ];
}

/** The statements of a batch that put reviews back among the others. @param which a condition on rows of withheld_reviews */
export function releaseReviews(writer: PrismaClient, which: Prisma.Sql) {
  return [
    writer.$executeRaw`INSERT INTO reviews (${COLUMNS}) SELECT ${COLUMNS} FROM withheld_reviews WHERE ${which}`,
    writer.$executeRaw`
      DELETE FROM withheld_reviews WHERE ${which} AND EXISTS (SELECT 1 FROM reviews WHERE reviews.id = withheld_reviews.id)`,
  ];
}
