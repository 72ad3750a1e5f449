import { z } from "zod";
import { Prisma, reader, write } from "#app/db/database.server.ts";
import { MOST_COUNTED } from "./unseen-words.ts";

/** What members say that they have seen, by the column that says up to when. */
const SEEN_AT = {
  newsSeenAt: Prisma.sql`news_seen_at`,
  answersSeenAt: Prisma.sql`answers_seen_at`,
};

type Seen = keyof typeof SEEN_AT;

const counts = z.array(z.object({ since: z.coerce.date(), count: z.coerce.number() }));

/**
 * Since the member last said that they have seen it, or joined. One more than MOST_COUNTED stands for any number beyond.
 * @param rows SQL of a row for each thing after `since` that concerns the member `me.id`
 */
export async function countUnseen(
  seen: Seen,
  memberId: number,
  rows: Prisma.Sql,
): Promise<{ since: Date; count: number } | undefined> {
  const found = await reader().$queryRaw`
    SELECT since, (SELECT COUNT(*) FROM (${rows} LIMIT ${MOST_COUNTED + 1})) AS count
    FROM (SELECT id, coalesce(${SEEN_AT[seen]}, created_at) AS since FROM members WHERE id = ${memberId}) AS me`;
  return counts.parse(found)[0];
}

/** Up to the newest that they were shown, so that what came meanwhile stays new; never back. */
export async function markSeen(
  seen: Seen,
  memberId: number,
  shownUntil: Date,
  now = new Date(),
): Promise<void> {
  const seenAt = shownUntil < now ? shownUntil : now;
  await write((writer) =>
    writer.member.updateMany({
      where: {
        id: memberId,
        leftOn: null,
        OR: [{ [seen]: null }, { [seen]: { lt: seenAt } }],
      },
      data: { [seen]: seenAt },
    }),
  );
}
