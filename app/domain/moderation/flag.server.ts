import { Prisma, type PrismaClient } from "#app/db/database.server.ts";
import { plan, postOnce, stop } from "../posting/post-once.server.ts";
import { type Item, isPutAside, putAside } from "./put-aside.server.ts";
import type { Rule } from "./rules.ts";
import { withholdReviews } from "./withheld.server.ts";

type Flag = { rule: Rule; note: string | undefined };

export function flagPlace(
  slug: string,
  flag: Flag,
  memberId: number,
  formSecret: string,
  now = new Date(),
) {
  return postOnce({ memberId }, formSecret, async (writer) => {
    const place = await writer.place.findUnique({ where: { slug, withheldReason: null } });
    if (!place) return stop({ kind: "missing" });
    if (place.recommendedBy === memberId) return stop({ kind: "own-item" });
    const item = { placeId: place.id, authorId: null };
    if (await hasOpenFlag(writer, item, memberId)) return stop({ kind: "already-flagged" });
    return plan({ place: slug }, [
      writer.flag.create({ data: { ...flag, ...item, memberId, createdAt: now } }),
      putAside(writer, item, memberId, now),
      writer.$executeRaw`
        UPDATE places SET withheld_reason = 'flagged', withheld_at = ${now}
        WHERE id = ${place.id} AND withheld_reason IS NULL AND ${isPutAside(item)}`,
      writer.place.findFirstOrThrow({
        where: {
          id: place.id,
          OR: [{ recommendedBy: null }, { recommendedBy: { not: memberId } }],
        },
        select: { id: true },
      }),
    ]);
  });
}

export function flagReview(
  id: number,
  flag: Flag,
  memberId: number,
  formSecret: string,
  now = new Date(),
) {
  return postOnce({ memberId }, formSecret, async (writer) => {
    const review = await writer.review.findUnique({
      where: { id, place: { withheldReason: null } },
    });
    if (!review) return stop({ kind: "missing" });
    if (review.memberId === memberId) return stop({ kind: "own-item" });
    const item = { placeId: review.placeId, authorId: review.memberId };
    if (await hasOpenFlag(writer, item, memberId)) return stop({ kind: "already-flagged" });
    const which = Prisma.sql`id = ${id} AND ${isPutAside(item)}`;
    return plan({}, [
      // The database refuses a flag of one's own review.
      writer.flag.create({ data: { ...flag, ...item, memberId, createdAt: now } }),
      putAside(writer, item, memberId, now),
      ...withholdReviews(writer, which, { withheldReason: "flagged", now }),
    ]);
  });
}

async function hasOpenFlag(writer: PrismaClient, item: Item, memberId: number): Promise<boolean> {
  return (await writer.flag.count({ where: { ...item, memberId, settledAt: null } })) > 0;
}
