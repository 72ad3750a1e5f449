import { write } from "#app/db/database.server.ts";
import { keptSince } from "./kept-for.ts";

export async function purgeDeleted(now: Date): Promise<{ reviews: number; places: number }> {
  const since = keptSince(now);
  const expired = { withheldReason: "deleted", withheldAt: { lt: since } };
  const [, reviews, places] = await write((writer) =>
    writer.$transaction([
      writer.$executeRaw`
        DELETE FROM review_revisions WHERE (place_id, member_id) IN (
          SELECT place_id, member_id FROM withheld_reviews WHERE withheld_reason = 'deleted' AND withheld_at < ${since}
        ) AND NOT EXISTS (
          SELECT 1 FROM reviews
          WHERE reviews.place_id = review_revisions.place_id AND reviews.member_id = review_revisions.member_id
        )`,
      writer.withheldReview.deleteMany({ where: expired }),
      writer.place.deleteMany({ where: expired }),
      // Words that nobody needs any more: what was said with a flag, and what a place that is gone was called.
      writer.flag.updateMany({
        where: { settledAt: { lt: since }, note: { not: null } },
        data: { note: null },
      }),
      writer.moderationAction.updateMany({
        where: { placeId: null, placeName: { not: "" } },
        data: { placeName: "" },
      }),
    ]),
  );
  return { reviews: reviews.count, places: places.count };
}
