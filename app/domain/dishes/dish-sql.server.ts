import { Prisma } from "#app/db/database.server.ts";
import type { PriceKind } from "../reviews/price.ts";
import { PRIOR_WEIGHT } from "../reviews/rating.ts";

/** A bound on the work: no index holds the spellings. */
const MOST_SPELLINGS = 20;

// As in the view paid_prices.
const PAID_FOR = Prisma.sql`coalesce(reviews.price_kind, 'meal')`;

export function uncountedPlaces(includeClosed: boolean): Prisma.Sql {
  const withheld = Prisma.sql`SELECT id AS place_id FROM places WHERE withheld_reason IS NOT NULL`;
  if (includeClosed) return withheld;
  return Prisma.sql`${withheld} UNION ALL SELECT place_id FROM place_index WHERE is_closed = 1`;
}

export function countsPlace(includeClosed: boolean): Prisma.Sql {
  return Prisma.sql`reviews.place_id NOT IN (${uncountedPlaces(includeClosed)})`;
}

export function spellingOf(slug: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT dish FROM (SELECT id, dish, updated_at FROM reviews
      WHERE dish_slug = ${slug} AND ${countsPlace(true)} LIMIT ${MOST_SPELLINGS})
    GROUP BY dish ORDER BY COUNT(*) DESC, MAX(updated_at) DESC, MAX(id) DESC LIMIT 1
  )`;
}

/** See shrunkScore. @param sum SQL for the sum of the ratings @param count SQL for their number */
export function shrunkScoreSql(sum: Prisma.Sql, count: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${PRIOR_WEIGHT} * (SELECT mean FROM site_score) + ${sum}) / (${PRIOR_WEIGHT} + ${count})`;
}

/**
 * MIN, MAX or MEDIAN of the prices of a group of reviews that were paid for what most of them were paid for: what somebody paid
 * for a whole meal is no price of the flat white that they name.
 */
export function priceOfUsualKind(aggregate: "MIN" | "MAX" | "MEDIAN"): Prisma.Sql {
  return byUsualKind((kind) => ofPrices(aggregate, kind));
}

/** Whether a review's price was paid for what most people pay for who name the dish. */
export function isOfUsualKind(slug: string, includeClosed: boolean): Prisma.Sql {
  return Prisma.sql`${PAID_FOR} = (
    SELECT ${byUsualKind((kind) => Prisma.sql`${kind}`)} FROM reviews
    WHERE dish_slug = ${slug} AND ${countsPlace(includeClosed)}
  )`;
}

function byUsualKind(then: (kind: PriceKind) => Prisma.Sql): Prisma.Sql {
  const [meals, drinks, bites] = (["meal", "drink", "bite"] as const).map((kind) =>
    ofPrices("COUNT", kind),
  );
  return Prisma.sql`CASE
    WHEN ${meals} >= ${drinks} AND ${meals} >= ${bites} THEN ${then("meal")}
    WHEN ${drinks} >= ${bites} THEN ${then("drink")} ELSE ${then("bite")} END`;
}

function ofPrices(aggregate: "COUNT" | "MIN" | "MAX" | "MEDIAN", kind: PriceKind): Prisma.Sql {
  return Prisma.sql`${Prisma.raw(aggregate)}(price_pence) FILTER (WHERE ${PAID_FOR} = ${kind})`;
}
