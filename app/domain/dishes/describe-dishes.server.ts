import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import { RECOMMENDS_FROM } from "./dish-query.ts";
import { countsPlace, priceOfUsualKind, spellingOf } from "./dish-sql.server.ts";

const pence = z.coerce.number().nullable();

const describedDish = z.object({
  slug: z.string(),
  name: z.string(),
  places: z.coerce.number(),
  reviewCount: z.coerce.number(),
  ratingSum: z.coerce.number(),
  recommended: z.coerce.number(),
  leastPence: pence,
  mostPence: pence,
  medianPence: pence,
});

export type DescribedDish = z.infer<typeof describedDish>;

export async function describeDishes(
  slugs: string[],
  includeClosed: boolean,
): Promise<Map<string, DescribedDish>> {
  if (slugs.length === 0) return new Map();
  const rows = await reader().$queryRaw(describeDishesSql(slugs, includeClosed));
  return new Map(
    z
      .array(describedDish)
      .parse(rows)
      .map((dish) => [dish.slug, dish]),
  );
}

export function describeDishesSql(slugs: string[], includeClosed: boolean): Prisma.Sql {
  return Prisma.sql`
    WITH counted AS MATERIALIZED (
      SELECT dish_slug AS slug, COUNT(DISTINCT place_id) AS places, COUNT(*) AS reviewCount, SUM(rating) AS ratingSum,
        COUNT(*) FILTER (WHERE rating >= ${RECOMMENDS_FROM}) AS recommended,
        ${priceOfUsualKind("MIN")} AS leastPence, ${priceOfUsualKind("MAX")} AS mostPence,
        ${priceOfUsualKind("MEDIAN")} AS medianPence
      FROM reviews WHERE dish_slug IN (${Prisma.join(slugs)}) AND ${countsPlace(includeClosed)} GROUP BY dish_slug
    )
    SELECT counted.*, ${spellingOf(Prisma.sql`counted.slug`)} AS name FROM counted`;
}
