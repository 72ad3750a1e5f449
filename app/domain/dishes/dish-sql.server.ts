import { Prisma } from "#app/db/database.server.ts";
import { PRIOR_WEIGHT } from "../ranking/score.ts";

/** How many of a dish's reviews have a say in how it is spelt: no index holds the spellings. */
const MOST_SPELLINGS = 20;

/** The ids of the places that do not count: those that are held, and closed ones unless they are asked for. */
export function uncountedPlaces(includeClosed: boolean): Prisma.Sql {
  const held = Prisma.sql`SELECT id AS place_id FROM places WHERE withheld_reason IS NOT NULL`;
  if (includeClosed) return held;
  return Prisma.sql`${held} UNION ALL SELECT place_id FROM place_index WHERE is_closed = 1`;
}

/** That a review is of a place that counts. */
export function countsPlace(includeClosed: boolean): Prisma.Sql {
  return Prisma.sql`reviews.place_id NOT IN (${uncountedPlaces(includeClosed)})`;
}

/** The spelling of a dish that most reviews use, the newer of two equals. @param slug the SQL for the dish's slug */
export function spellingOf(slug: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT dish FROM (SELECT id, dish, updated_at FROM reviews
      WHERE dish_slug = ${slug} AND ${countsPlace(true)} LIMIT ${MOST_SPELLINGS})
    GROUP BY dish ORDER BY COUNT(*) DESC, MAX(updated_at) DESC, MAX(id) DESC LIMIT 1
  )`;
}

/** The mean of ratings shrunk towards the site's, as everywhere. @param sum the SQL for their sum @param count for their number */
export function shrunkScoreSql(sum: Prisma.Sql, count: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${PRIOR_WEIGHT} * (SELECT mean FROM site_score) + ${sum}) / (${PRIOR_WEIGHT} + ${count})`;
}
