import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";

const countedCuisine = z.object({ slug: z.string(), name: z.string(), placeCount: z.coerce.number() });

export type CountedCuisine = z.infer<typeof countedCuisine>;

/**
 * All cuisines by name, each with the number of places that serve it.
 * @param includeClosed whether places that have closed for good count
 */
export async function listCuisines({ includeClosed }: { includeClosed: boolean }): Promise<CountedCuisine[]> {
  const open = includeClosed ? Prisma.empty : Prisma.sql`AND places.closed_on IS NULL`;
  const rows = await reader().$queryRaw`
    SELECT cuisines.slug, cuisines.name, COUNT(places.id) AS placeCount
    FROM cuisines
    LEFT JOIN place_cuisines ON place_cuisines.cuisine_id = cuisines.id
    LEFT JOIN places ON places.id = place_cuisines.place_id ${open}
    GROUP BY cuisines.id
    ORDER BY cuisines.name COLLATE NOCASE, cuisines.id`;
  return z.array(countedCuisine).parse(rows);
}

/** Those of the slugs that are no cuisine's. */
export async function findUnknownCuisines(slugs: string[]): Promise<string[]> {
  const known = await reader().cuisine.findMany({ where: { slug: { in: slugs } }, select: { slug: true } });
  const knownSlugs = new Set(known.map((cuisine) => cuisine.slug));
  return slugs.filter((slug) => !knownSlugs.has(slug));
}
