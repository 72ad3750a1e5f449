import { Prisma } from "#app/db/database.server.ts";
import { PRIOR_WEIGHT } from "../ranking/score.ts";

/** A bound on the work: no index holds the spellings. */
const MOST_SPELLINGS = 20;

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
