import type { PrismaClient } from "#app/db/database.server.ts";
import { foldToSlug } from "../text/folding.ts";

/** Words after /places/ that are screens of their own, now or by plan. A test compares them with the routes. */
export const RESERVED_SLUGS: readonly string[] = ["new", "map", "compare", "surprise"];

/**
 * A web address part for a place that no other place has or had: "git-hummus", or "git-hummus-2" for its duplicate. What a
 * place was called that is now another one's page leads there for good.
 */
export async function findFreeSlug(database: PrismaClient, name: string): Promise<string> {
  const folded = foldToSlug(name) || "place";
  const base = RESERVED_SLUGS.includes(folded) ? `${folded}-place` : folded;
  const query = { where: { slug: { startsWith: base } }, select: { slug: true } } as const;
  const duplicates = await database.place.findMany(query);
  const former = await database.formerSlug.findMany(query);
  const taken = new Set([...duplicates, ...former].map((place) => place.slug));
  let slug = base;
  for (let number = 2; taken.has(slug); number += 1) slug = `${base}-${number}`;
  return slug;
}
