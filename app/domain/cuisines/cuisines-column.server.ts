import { z } from "zod";
import { jsonColumn, Prisma } from "#app/db/database.server.ts";

export const CUISINES = Prisma.sql`(
  SELECT json_group_array(
    json_object('slug', cuisines.slug, 'name', cuisines.name) ORDER BY cuisines.name COLLATE NOCASE, cuisines.slug
  )
  FROM place_cuisines JOIN cuisines ON cuisines.id = place_cuisines.cuisine_id
  WHERE place_cuisines.place_id = places.id
)`;

export const cuisinesColumn = jsonColumn(z.array(z.object({ slug: z.string(), name: z.string() })));

export const cuisineNamesColumn = cuisinesColumn.transform((cuisines) =>
  cuisines.map(({ name }) => name),
);
