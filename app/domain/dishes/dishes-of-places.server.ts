import { z } from "zod";
import { jsonColumn, Prisma, reader } from "#app/db/database.server.ts";
import { RECOMMENDS_FROM } from "./dish-query.ts";
import { priceOfUsualKind, spellingOf } from "./dish-sql.server.ts";

const MOST_DISHES = 8;

const placeDish = z.object({
  placeId: z.coerce.number(),
  slug: z.string(),
  name: z.string(),
  recommended: z.coerce.number(),
  /** The middle of what those paid who recommend it. */
  pence: z.coerce.number().nullable(),
});

export type PlaceDish = z.infer<typeof placeDish>;

export async function dishesOfPlaces(placeIds: number[]): Promise<PlaceDish[]> {
  if (placeIds.length === 0) return [];
  return z.array(placeDish).parse(await reader().$queryRaw(dishesOfPlacesSql(placeIds)));
}

export function dishesOfPlacesSql(placeIds: number[]): Prisma.Sql {
  return Prisma.sql`${dishesOf(Prisma.join(placeIds))} ORDER BY place_id, position`;
}

function dishesOf(placeIds: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT place_id AS placeId, dish_slug AS slug, recommended, pence, ${spellingOf(Prisma.sql`counted.dish_slug`)} AS name, position
    FROM (
      SELECT place_id, dish_slug, COUNT(*) AS recommended, ${priceOfUsualKind("MEDIAN")} AS pence,
        ROW_NUMBER() OVER (PARTITION BY place_id ORDER BY COUNT(*) DESC, SUM(rating) DESC, dish_slug) AS position
      FROM reviews WHERE place_id IN (${placeIds}) AND rating >= ${RECOMMENDS_FROM} AND dish_slug IS NOT NULL
      GROUP BY place_id, dish_slug
    ) AS counted WHERE position <= ${MOST_DISHES}`;
}

export const DISHES = Prisma.sql`(
  SELECT json_group_array(
    json_object('placeId', placeId, 'slug', slug, 'name', name, 'recommended', recommended, 'pence', pence) ORDER BY position
  ) FROM (${dishesOf(Prisma.sql`places.id`)})
)`;

export const dishesColumn = jsonColumn(z.array(placeDish));
