import type {
  countEntries,
  findProfile,
  listRecommendedPlaces,
} from "#app/domain/members/profile.server.ts";
import { dayInLondon } from "#app/domain/text/dates.ts";
import { paths } from "#app/paths.ts";
import { presentName } from "./present-place.ts";
import type { OpenMember } from "./shapes.ts";

type Profile = NonNullable<Awaited<ReturnType<typeof findProfile>>>;

type Situation = {
  places: Awaited<ReturnType<typeof listRecommendedPlaces>>;
  counts: Awaited<ReturnType<typeof countEntries>>;
  origin: string;
};

export function presentMember(
  { handle, cohort, createdAt }: Profile,
  { places, counts, origin }: Situation,
): OpenMember {
  return {
    handle,
    url: origin + paths.member(handle),
    cohort,
    since: dayInLondon(createdAt),
    recommended: places.map((place) => ({
      ...presentName(place, origin),
      on: dayInLondon(place.createdAt),
    })),
    recommendedCount: counts.places,
    reviewCount: counts.reviews,
  };
}
