import type { PrismaClient } from "#app/db/database.server.ts";
import { leaveNoTraces } from "./erase-member.server.ts";

export type ErasableText =
  | { kind: "review"; id: number }
  | { kind: "place"; slug: string }
  | { kind: "version"; slug: string; id: number };

const PRIVATE = "private";

/** The text itself, for whoever is asked whether it is the right one. */
export async function describeText(
  database: PrismaClient,
  text: ErasableText,
): Promise<string | undefined> {
  switch (text.kind) {
    case "review": {
      const select = { body: true, member: { select: { handle: true } } } as const;
      const where = { id: text.id };
      const review =
        (await database.review.findUnique({ where, select })) ??
        (await database.withheldReview.findUnique({ where, select }));
      return review ? `${review.member.handle}: ${review.body}` : undefined;
    }
    case "place": {
      const place = await database.place.findUnique({
        where: { slug: text.slug },
        select: { name: true, street: true, _count: { select: { reviews: true } } },
      });
      return place
        ? `${place.name}, ${place.street}, with its reviews: ${place._count.reviews}`
        : undefined;
    }
    case "version": {
      const { id, slug } = text;
      const version = await database.placeRevision.findFirst({
        where: { id, place: { slug } },
        select: { facts: true },
      });
      return version?.facts;
    }
  }
}

/** False where a version is what the place says now. */
export async function eraseText(
  database: PrismaClient,
  text: ErasableText,
  now = new Date(),
): Promise<boolean> {
  const isErased = await erase(database, text, now);
  if (isErased) await leaveNoTraces(database);
  return isErased;
}

async function erase(database: PrismaClient, text: ErasableText, now: Date): Promise<boolean> {
  switch (text.kind) {
    case "review": {
      const { id } = text;
      await database.$transaction([
        database.$executeRaw`
          DELETE FROM review_revisions WHERE (place_id, member_id) IN (
            SELECT place_id, member_id FROM reviews WHERE id = ${id}
            UNION ALL SELECT place_id, member_id FROM withheld_reviews WHERE id = ${id}
          )`,
        database.mergedReview.deleteMany({ where: { id } }),
        database.review.deleteMany({ where: { id } }),
        database.withheldReview.deleteMany({ where: { id } }),
      ]);
      return true;
    }
    case "place":
      await database.$transaction([
        database.moderationAction.updateMany({
          where: { place: { slug: text.slug } },
          data: { placeName: "" },
        }),
        database.place.deleteMany({ where: { slug: text.slug } }),
      ]);
      return true;
    case "version":
      return (await blankVersion(database, text.id, now)) > 0;
  }
}

/** Who wrote it and when stay; it then says what the next one says. */
function blankVersion(database: PrismaClient, id: number, now: Date): Promise<number> {
  return database.$executeRaw`
    UPDATE place_revisions SET facts = later.facts, hidden_rule = ${PRIVATE}, hidden_at = ${now}
    FROM place_revisions AS later
    WHERE place_revisions.id = ${id} AND later.id = (
      SELECT min(id) FROM place_revisions AS after
      WHERE after.place_id = place_revisions.place_id AND after.id > place_revisions.id
    )`;
}
