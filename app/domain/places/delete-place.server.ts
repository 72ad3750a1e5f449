import { reader } from "#app/db/database.server.ts";
import { plan, postOnce, stop } from "../posting/post-once.server.ts";

/** Who takes their recommendation back, by which form. */
type TakesBack = { memberId: number; formSecret: string };

/** A place that everybody can see, to be deleted: who recommended it, and how many others reviewed it; null where there is none. */
export async function findPlaceToDelete(slug: string) {
  const place = await reader().place.findUnique({
    where: { slug, withheldReason: null },
    select: {
      id: true,
      slug: true,
      name: true,
      street: true,
      isLocked: true,
      recommendedBy: true,
    },
  });
  if (!place) return null;
  const byOthers = { placeId: place.id, memberId: { not: place.recommendedBy ?? 0 } };
  const [shown, withheld] = await Promise.all([
    reader().review.count({ where: byOthers }),
    reader().withheldReview.count({ where: byOthers }),
  ]);
  return { ...place, reviewsByOthers: shown + withheld };
}

/**
 * Takes a place off that the member recommended and nobody else has reviewed, and keeps it for 30 days with their review.
 * Others' reviews keep it, also those out of sight. Deleting it twice is no mistake.
 */
export function deletePlace(slug: string, { memberId, formSecret }: TakesBack, now = new Date()) {
  return postOnce({ memberId }, formSecret, async (writer) => {
    const place = await writer.place.findUnique({ where: { slug } });
    const isDeleted = place?.withheldReason === "deleted" && place.recommendedBy === memberId;
    if (isDeleted) return plan({}, []);
    if (!place || place.withheldReason !== null) return stop({ kind: "missing" });
    if (place.recommendedBy !== memberId) return stop({ kind: "not-the-recommender" });
    if (place.isLocked) return stop({ kind: "locked" });
    const byOthers = { some: { memberId: { not: memberId } } };
    const reviewed = { id: place.id, OR: [{ reviews: byOthers }, { withheldReviews: byOthers }] };
    if ((await writer.place.count({ where: reviewed })) > 0) {
      return stop({ kind: "reviewed-by-others" });
    }
    const { id, updatedAt } = place;
    const deletable = {
      id,
      recommendedBy: memberId,
      isLocked: false,
      withheldReason: null,
      NOT: reviewed,
    };
    return plan({}, [
      writer.place.update({
        where: deletable,
        data: { withheldReason: "deleted", withheldAt: now, updatedAt },
      }),
    ]);
  });
}

/**
 * Hands a place over to the community: it stays, and nobody in particular has recommended it.
 */
export function handOverPlace(slug: string, { memberId, formSecret }: TakesBack) {
  return postOnce({ memberId }, formSecret, async (writer) => {
    const place = await writer.place.findUnique({ where: { slug, withheldReason: null } });
    if (!place) return stop({ kind: "missing" });
    if (place.recommendedBy !== memberId) return stop({ kind: "not-the-recommender" });
    const { id, updatedAt } = place;
    return plan({ place: slug }, [
      writer.place.update({
        where: { id, recommendedBy: memberId, withheldReason: null },
        data: { recommendedBy: null, updatedAt },
      }),
    ]);
  });
}
