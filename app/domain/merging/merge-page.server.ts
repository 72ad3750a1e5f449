import { reader } from "#app/db/database.server.ts";
import { isModerator } from "../moderation/moderators.server.ts";
import { findDuplicates, type PossibleDuplicate } from "../places/find-duplicates.server.ts";
import { findPlaces } from "../places/find-places.server.ts";
import { EVERY_PLACE } from "../places/place-query.ts";

export type MergeablePlace = NonNullable<Awaited<ReturnType<typeof findMergeable>>>;

export function findMergeable(slug: string) {
  return reader().place.findFirst({
    where: { withheldReason: null, OR: [{ slug }, { formerSlugs: { some: { slug } } }] },
    select: {
      id: true,
      slug: true,
      name: true,
      street: true,
      postcode: true,
      latitude: true,
      longitude: true,
      isLocked: true,
      recommendedBy: true,
      createdAt: true,
      index: { select: { reviewCount: true } },
    },
  });
}

export function likelyToStay(one: MergeablePlace, other: MergeablePlace): MergeablePlace {
  const more = (one.index?.reviewCount ?? 0) - (other.index?.reviewCount ?? 0);
  if (more !== 0) return more > 0 ? one : other;
  return one.createdAt <= other.createdAt ? one : other;
}

export async function mayMerge(
  memberId: number | undefined,
  one: MergeablePlace,
  other: MergeablePlace,
) {
  if (memberId === undefined) return false;
  if ([one, other].every((place) => place.recommendedBy === memberId && !place.isLocked)) {
    const byOthers = { placeId: { in: [one.id, other.id] }, memberId: { not: memberId } };
    const reviewed =
      (await reader().review.count({ where: byOthers })) +
      (await reader().withheldReview.count({ where: byOthers }));
    if (reviewed === 0) return true;
  }
  return isModerator(memberId);
}

export async function listLikelyDuplicates(place: MergeablePlace): Promise<PossibleDuplicate[]> {
  const { name, street, postcode, latitude, longitude, slug } = place;
  const position = latitude === null || longitude === null ? undefined : { latitude, longitude };
  const duplicates = await findDuplicates(reader(), { name, street, postcode, position });
  return duplicates.filter((other) => other.slug !== slug);
}

const MOST_FOUND = 10;

export async function searchForDuplicate(
  search: string,
  slug: string,
): Promise<PossibleDuplicate[]> {
  const { places } = await findPlaces(
    { ...EVERY_PLACE, search, sort: "match", includeClosed: true },
    new Date(),
  );
  return places.filter((place) => place.slug !== slug).slice(0, MOST_FOUND);
}
