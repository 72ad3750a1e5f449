import { z } from "zod";
import { jsonColumn, Prisma, reader } from "#app/db/database.server.ts";

const cuisine = z.object({ id: z.coerce.number(), slug: z.string(), name: z.string() });

export type Cuisine = z.infer<typeof cuisine>;

export async function listCuisines(): Promise<Cuisine[]> {
  const rows = await reader()
    .$queryRaw`SELECT id, slug, name FROM cuisines ORDER BY name COLLATE NOCASE, id`;
  return z.array(cuisine).parse(rows);
}

export async function findUnknownCuisines(slugs: string[]): Promise<string[]> {
  const known = await reader().cuisine.findMany({
    where: { slug: { in: slugs } },
    select: { slug: true },
  });
  const knownSlugs = new Set(known.map((cuisine) => cuisine.slug));
  return slugs.filter((slug) => !knownSlugs.has(slug));
}

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
