import { cuisineSlug } from "./cuisine-name.ts";

type Chosen = {
  cuisines: string[];
  newCuisine: string | undefined;
};

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
