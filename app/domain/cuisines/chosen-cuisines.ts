import { cuisineSlug } from "./cuisine-name.ts";

type Chosen = {
  /** Slugs of cuisines that exist. */
  cuisines: string[];
  /** The name of one more cuisine, which need not exist. */
  newCuisine: string | undefined;
};

/** The rows that say that a place serves these cuisines, and the new one where it does not exist yet, for Prisma to create. */
export function chosenCuisines({ cuisines, newCuisine }: Chosen) {
  const chosen = cuisines.map((slug) => ({ cuisine: { connect: { slug } } }));
  if (!newCuisine) return chosen;
  const slug = cuisineSlug(newCuisine);
  if (cuisines.includes(slug)) return chosen;
  return [
    ...chosen,
    { cuisine: { connectOrCreate: { where: { slug }, create: { slug, name: newCuisine } } } },
  ];
}
