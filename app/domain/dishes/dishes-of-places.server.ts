import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import { RECOMMENDS_FROM } from "./dish-query.ts";
import { spellingOf } from "./dish-sql.server.ts";

const MOST_DISHES = 8;

const placeDish = z.object({
  placeId: z.coerce.number(),
  slug: z.string(),
  name: z.string(),
  recommended: z.coerce.number(),
});

/** A dish that people recommend at a place, and how many of them do. */
export type PlaceDish = z.infer<typeof placeDish>;

/** The dishes that people recommend most at each of these places: at most eight a place, those with most people first. */
export async function dishesOfPlaces(placeIds: number[]): Promise<PlaceDish[]> {
  if (placeIds.length === 0) return [];
  return z.array(placeDish).parse(await reader().$queryRaw(dishesOfPlacesSql(placeIds)));
}

/** The SQL behind dishesOfPlaces, which a test explains. */
export function dishesOfPlacesSql(placeIds: number[]): Prisma.Sql {
  return Prisma.sql`
    WITH counted AS MATERIALIZED (
      SELECT place_id, dish_slug, COUNT(*) AS recommended,
        ROW_NUMBER() OVER (PARTITION BY place_id ORDER BY COUNT(*) DESC, SUM(rating) DESC, dish_slug) AS position
      FROM reviews WHERE place_id IN (${Prisma.join(placeIds)}) AND rating >= ${RECOMMENDS_FROM} AND dish_slug IS NOT NULL
      GROUP BY place_id, dish_slug
    )
    SELECT place_id AS placeId, dish_slug AS slug, recommended, ${spellingOf(Prisma.sql`counted.dish_slug`)} AS name
    FROM counted WHERE position <= ${MOST_DISHES} ORDER BY place_id, position`;
}
