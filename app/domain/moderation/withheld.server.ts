import { Prisma, type PrismaClient, reader } from "#app/db/database.server.ts";

const WITHHELD = { select: { withheldReason: true, withheldRule: true } } as const;

/** What the place with this slug is called and whether it is locked; null where everybody sees none. */
export function findShownPlace(slug: string) {
  return reader().place.findUnique({
    where: { slug, withheldReason: null },
    select: { slug: true, name: true, isLocked: true },
  });
}

export function findWithheldPlace(slug: string) {
  return reader().place.findFirst({
    where: { slug, withheldReason: { not: null } },
    select: { withheldReason: true, withheldRule: true },
  });
}

export async function findWithheldReview(id: number) {
  const shown = await reader().review.findUnique({ where: { id }, select: { place: WITHHELD } });
  const review = shown
    ? undefined
    : await reader().withheldReview.findUnique({
        where: { id },
        select: { ...WITHHELD.select, place: WITHHELD },
      });
  const place = shown?.place ?? review?.place;
  if (!place) return null;
  return { place: place.withheldReason === null ? undefined : place, review };
}

const COLUMNS = Prisma.sql`
  id, place_id, member_id, rating, body, dish, dish_slug, price_pence, price_kind, visited_on, created_at, updated_at`;

type Withholding = {
  withheldReason: "deleted" | "hidden" | "flagged" | "waiting";
  rule?: string;
  now: Date;
};

/** Copied before it is deleted, so that votes and flags stay. @param which SQL on reviews */
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

export function releaseReviews(writer: PrismaClient, which: Prisma.Sql) {
  return [
    writer.$executeRaw`INSERT INTO reviews (${COLUMNS}) SELECT ${COLUMNS} FROM withheld_reviews WHERE ${which}`,
    writer.$executeRaw`
      DELETE FROM withheld_reviews WHERE ${which} AND EXISTS (SELECT 1 FROM reviews WHERE reviews.id = withheld_reviews.id)`,
  ];
}
