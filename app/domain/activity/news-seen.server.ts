import { Prisma } from "#app/db/database.server.ts";
import { countUnseen } from "./seen.server.ts";

/** What others have posted. */
export function countUnseenNews(memberId: number) {
  return countUnseen(
    "newsSeenAt",
    memberId,
    Prisma.sql`
      SELECT 1 FROM place_index CROSS JOIN places ON places.id = place_index.place_id
      WHERE is_imported = 0 AND place_index.created_at > since AND recommended_by IS NOT me.id
      UNION ALL
      SELECT 1 FROM reviews CROSS JOIN place_index ON place_index.place_id = reviews.place_id
      WHERE reviews.created_at > since AND reviews.member_id <> me.id
      UNION ALL
      SELECT 1 FROM sightings CROSS JOIN place_index ON place_index.place_id = sightings.place_id
      WHERE state IN ('closed', 'moved') AND sightings.created_at > since AND sightings.member_id <> me.id`,
  );
}
