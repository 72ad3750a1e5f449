import type { PrismaClient } from "#app/db/database.server.ts";
import { cuisineSlug } from "./cuisine-name.ts";

/** Offers cuisines that nobody serves yet. @returns how many an import had not offered before */
export async function saveCuisines(
  database: PrismaClient,
  names: string[],
  { isDryRun }: { isDryRun: boolean },
): Promise<{ added: number; same: number }> {
  const bySlug = new Map(names.map((name) => [cuisineSlug(name), name]));
  let added = 0;
  for (const [slug, name] of bySlug) {
    const key = `imported-cuisine:${slug}`;
    const [known, offered] = await Promise.all([
      database.cuisine.findUnique({ where: { slug } }),
      database.seedRecord.findUnique({ where: { key } }),
    ]);
    if (known && offered) continue;
    added += 1;
    if (isDryRun) continue;
    await database.$transaction([
      database.cuisine.upsert({ where: { slug }, create: { slug, name }, update: {} }),
      database.seedRecord.upsert({ where: { key }, create: { key }, update: {} }),
    ]);
  }
  return { added, same: bySlug.size - added };
}
