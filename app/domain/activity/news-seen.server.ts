import { z } from "zod";
import { reader, write } from "#app/db/database.server.ts";
import { MOST_COUNTED } from "./unseen-words.ts";

const rows = z.array(z.object({ since: z.coerce.date(), count: z.coerce.number() }));

/**
 * What others have posted since the member last said that they have seen the news, or joined. One more than MOST_COUNTED
 * stands for any number beyond.
 */
export async function countUnseenNews(
  memberId: number,
): Promise<{ since: Date; count: number } | undefined> {
  const found = await reader().$queryRaw`
    SELECT since, (
      SELECT COUNT(*) FROM (
        SELECT 1 FROM place_index CROSS JOIN places ON places.id = place_index.place_id
        WHERE is_imported = 0 AND place_index.created_at > since AND recommended_by IS NOT me.id
        UNION ALL
        SELECT 1 FROM reviews CROSS JOIN place_index ON place_index.place_id = reviews.place_id
        WHERE reviews.created_at > since AND reviews.member_id <> me.id
        UNION ALL
        SELECT 1 FROM sightings CROSS JOIN place_index ON place_index.place_id = sightings.place_id
        WHERE state IN ('closed', 'moved') AND sightings.created_at > since AND sightings.member_id <> me.id
        LIMIT ${MOST_COUNTED + 1}
      )
    ) AS count
    FROM (SELECT id, coalesce(news_seen_at, created_at) AS since FROM members WHERE id = ${memberId}) AS me`;
  return rows.parse(found)[0];
}

/** Up to the newest that they were shown, so that what came meanwhile stays new; never back. */
export async function markNewsSeen(
  memberId: number,
  shownUntil: Date,
  now = new Date(),
): Promise<void> {
  const newsSeenAt = shownUntil < now ? shownUntil : now;
  await write((writer) =>
    writer.member.updateMany({
      where: {
        id: memberId,
        leftOn: null,
        OR: [{ newsSeenAt: null }, { newsSeenAt: { lt: newsSeenAt } }],
      },
      data: { newsSeenAt },
    }),
  );
}
