import { reader } from "#app/db/database.server.ts";
import { paths } from "#app/paths.ts";
import { PLACE_IS_LOCKED } from "../moderation/place-lock.server.ts";
import { type PostOutcome, postOnce } from "../posting/post-once.server.ts";

/** Who takes their recommendation back, by which form. */
type TakesBack = { memberId: number; formSecret: string };

/** What somebody is told who would delete a place that another member recommended. */
const NOT_THE_RECOMMENDER = {
  status: 403,
  message: "Only the member who recommended a place can delete it or hand it over",
};

const HAS_REVIEWS = {
  status: 409,
  message:
    "Somebody else has reviewed this place meanwhile, so it stays. You can hand it over to the community",
};

/** A place that everybody can see, to be deleted: who recommended it, and how many others reviewed it; null where there is none. */
export async function findPlaceToDelete(slug: string) {
  const place = await reader().place.findUnique({
    where: { slug, withheldReason: null },
    select: { id: true, slug: true, name: true, street: true, recommendedBy: true },
  });
  if (!place) return null;
  const byOthers = { placeId: place.id, memberId: { not: place.recommendedBy ?? 0 } };
  const [reviews, held] = await Promise.all([
    reader().review.count({ where: byOthers }),
    reader().withheldReview.count({ where: byOthers }),
  ]);
  return { ...place, reviewsByOthers: reviews + held };
}

/**
 * Takes a place off that the member recommended and nobody else has reviewed, and keeps it for 30 days with their review.
 * Refused when another member recommended it, others have reviewed it, be it out of sight, or a moderator has locked it;
 * declined when there is no such place. Deleting it twice is no mistake.
 */
export function deletePlace(
  slug: string,
  { memberId, formSecret }: TakesBack,
  now = new Date(),
): Promise<PostOutcome> {
  return postOnce({ memberId }, formSecret, async (writer) => {
    const place = await writer.place.findUnique({ where: { slug } });
    const isDeleted = place?.withheldReason === "deleted" && place.recommendedBy === memberId;
    if (isDeleted) return { answer: AFTER_DELETING, statements: [] };
    if (!place || place.withheldReason !== null) return undefined;
    if (place.recommendedBy !== memberId) return { refusal: NOT_THE_RECOMMENDER };
    if (place.isLocked) return { refusal: PLACE_IS_LOCKED };
    const byOthers = { some: { memberId: { not: memberId } } };
    const reviewed = { id: place.id, OR: [{ reviews: byOthers }, { withheldReviews: byOthers }] };
    if ((await writer.place.count({ where: reviewed })) > 0) return { refusal: HAS_REVIEWS };
    const { id, updatedAt } = place;
    const deletable = {
      id,
      recommendedBy: memberId,
      isLocked: false,
      withheldReason: null,
      NOT: reviewed,
    };
    return {
      answer: AFTER_DELETING,
      statements: [
        writer.place.update({
          where: deletable,
          data: { withheldReason: "deleted", withheldAt: now, updatedAt },
        }),
      ],
    };
  });
}

/**
 * Hands a place over to the community: it stays, and nobody in particular has recommended it. Refused when another member
 * recommended it; declined when there is no such place.
 */
export function handOverPlace(
  slug: string,
  { memberId, formSecret }: TakesBack,
): Promise<PostOutcome> {
  return postOnce({ memberId }, formSecret, async (writer) => {
    const place = await writer.place.findUnique({ where: { slug, withheldReason: null } });
    if (!place) return undefined;
    if (place.recommendedBy !== memberId) return { refusal: NOT_THE_RECOMMENDER };
    const { id, updatedAt } = place;
    return {
      answer: paths.place(slug),
      statements: [
        writer.place.update({
          where: { id, recommendedBy: memberId, withheldReason: null },
          data: { recommendedBy: null, updatedAt },
        }),
      ],
    };
  });
}

const AFTER_DELETING = "/places";
