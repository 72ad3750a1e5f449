import type { FoundPlaces } from "#app/domain/places/find-places.server.ts";

export type FilterCounts = ReturnType<typeof presentCounts>;

/** How many places each option of the filter form would give. */
export function presentCounts({ cuisines, counts }: Pick<FoundPlaces, "cuisines" | "counts">) {
  const { prices, walks, scores, openNow, openOrNot } = counts;
  return {
    cuisines: cuisines.map(({ id, slug, name }) => ({
      slug,
      name,
      count: counts.cuisines.get(id) ?? 0,
    })),
    diets: counts.diets,
    features: counts.features,
    ...{ prices, walks, scores, openNow, openOrNot },
  };
}
