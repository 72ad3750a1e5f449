import { z } from "zod";
import { jsonColumn, Prisma, reader } from "#app/db/database.server.ts";

const cuisine = z.object({ id: z.coerce.number(), slug: z.string(), name: z.string() });

export type Cuisine = z.infer<typeof cuisine>;

/** Those that a shown place serves or the seed brought. Nobody sees another one. */
export async function listCuisines(): Promise<Cuisine[]> {
  const rows = await reader()
    .$queryRaw`SELECT id, slug, name FROM offered_cuisines ORDER BY name COLLATE NOCASE, id`;
  return z.array(cuisine).parse(rows);
}

/** Those of most places first. */
export async function listCuisinesByUse(): Promise<Cuisine[]> {
  const rows = await reader().$queryRaw`
    SELECT id, slug, name FROM offered_cuisines
    ORDER BY (
      SELECT COUNT(*) FROM place_cuisines JOIN place_index ON place_index.place_id = place_cuisines.place_id
      WHERE place_cuisines.cuisine_id = offered_cuisines.id
    ) DESC, name COLLATE NOCASE, id`;
  return z.array(cuisine).parse(rows);
}

export async function findUnknownCuisines(slugs: string[]): Promise<string[]> {
  const known = new Set((await listCuisines()).map(({ slug }) => slug));
  return slugs.filter((slug) => !known.has(slug));
}

const keptCuisine = cuisine.extend({
  isOffered: z.coerce.boolean(),
  /** Places that serve it. */
  shown: z.coerce.number(),
  withheld: z.coerce.number(),
});

export type KeptCuisine = z.infer<typeof keptCuisine>;

/** All that there are, for moderators. */
export async function listKeptCuisines(): Promise<KeptCuisine[]> {
  const rows = await reader().$queryRaw`
    SELECT id, slug, name, EXISTS (SELECT 1 FROM offered_cuisines WHERE offered_cuisines.id = cuisines.id) AS isOffered,
      COUNT(place_index.place_id) AS shown, COUNT(place_cuisines.place_id) - COUNT(place_index.place_id) AS withheld
    FROM cuisines LEFT JOIN place_cuisines ON place_cuisines.cuisine_id = cuisines.id
      LEFT JOIN place_index ON place_index.place_id = place_cuisines.place_id
    GROUP BY cuisines.id ORDER BY name COLLATE NOCASE, id`;
  return z.array(keptCuisine).parse(rows);
}

export async function findKeptCuisine(slug: string): Promise<KeptCuisine | undefined> {
  return (await listKeptCuisines()).find((kept) => kept.slug === slug);
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
