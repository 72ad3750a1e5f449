import { z } from "zod";
import { reader } from "#app/db/database.server.ts";

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
