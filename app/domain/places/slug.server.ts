import type { PrismaClient } from "#app/db/database.server.ts";
import { foldToSlug } from "../text/folding.ts";

/** Words after /places/ that are screens of their own, now or by plan. A test compares them with the routes. */
export const RESERVED_SLUGS: readonly string[] = ["new", "map", "compare", "surprise"];

/** A web address part for a place that no other place has: "git-hummus", or "git-hummus-2" for its namesake. */
export async function findFreeSlug(database: PrismaClient, name: string): Promise<string> {
  const folded = foldToSlug(name) || "place";
  const base = RESERVED_SLUGS.includes(folded) ? `${folded}-place` : folded;
  const namesakes = await database.place.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } });
  const taken = new Set(namesakes.map((place) => place.slug));
  let slug = base;
  for (let number = 2; taken.has(slug); number += 1) slug = `${base}-${number}`;
  return slug;
}
