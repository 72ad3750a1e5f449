import { z } from "zod";
import { Prisma, type PrismaClient, storedMoment } from "#app/db/database.server.ts";
import { withholdReviews } from "../moderation/withheld.server.ts";

/** The rule that they break. */
export type Hiding = { rule: string };

type Whose = { memberId: number; since: Date };

const places = z.array(z.object({ id: z.coerce.number() }));

/** Where the member wrote a review since then, or changed one, that is not hidden or deleted. */
export async function listPlacesToHideAt(
  database: PrismaClient,
  { memberId, since }: Whose,
): Promise<number[]> {
  const theirs = Prisma.sql`member_id = ${memberId} AND updated_at >= ${storedMoment(since)}`;
  const found = await database.$queryRaw`
    SELECT place_id AS id FROM reviews WHERE ${theirs}
    UNION SELECT place_id FROM withheld_reviews WHERE ${theirs} AND withheld_reason IN ('waiting', 'flagged')
    UNION SELECT id FROM places WHERE ${onlyTheirs({ memberId, since })}`;
  return places.parse(found).map(({ id }) => id);
}

type AtPlace = Whose & {
  placeId: number;
  name: string;
  moderatorId: number | null;
  now: Date;
};

/** The statements for each thing that is hidden: their review, and a place that only they recommended and reviewed. */
export async function hideStatements(
  writer: PrismaClient,
  { memberId, since, placeId, name, moderatorId, now }: AtPlace,
  { rule }: Hiding,
): Promise<Prisma.PrismaPromise<unknown>[][]> {
  const theirs = { placeId, memberId, updatedAt: { gte: since } };
  const open = { ...theirs, withheldReason: { in: ["waiting", "flagged"] } };
  const hidden = { withheldReason: "hidden", withheldRule: rule, withheldAt: now };
  const log = { action: "hide", rule, placeId, placeName: name, moderatorId, createdAt: now };
  const isOnlyTheirs = places.parse(
    await writer.$queryRaw`SELECT id FROM places WHERE id = ${placeId} AND ${onlyTheirs({ memberId, since })}`,
  );
  const shown = await writer.review.findMany({ where: theirs, select: { id: true } });
  const aside = await writer.withheldReview.findMany({
    where: open,
    select: { id: true, updatedAt: true },
  });
  return [
    ...shown.map(({ id }) => [
      ...withholdReviews(writer, Prisma.sql`id = ${id}`, { withheldReason: "hidden", rule, now }),
      writer.moderationAction.create({ data: { ...log, subject: "review" } }),
    ]),
    ...aside.map(({ id, updatedAt }) => [
      writer.withheldReview.update({ where: { id, ...open }, data: { ...hidden, updatedAt } }),
      writer.moderationAction.create({ data: { ...log, subject: "review" } }),
    ]),
    ...isOnlyTheirs.map(({ id }) => [
      writer.$executeRaw`
        UPDATE places SET withheld_reason = 'hidden', withheld_rule = ${rule}, withheld_at = ${now} WHERE id = ${id}`,
      writer.moderationAction.create({ data: { ...log, subject: "place" } }),
    ]),
  ];
}

/** SQL on places: recommended by the member since then, shown or waiting, and reviewed or corrected by nobody else. */
function onlyTheirs({ memberId, since }: Whose): Prisma.Sql {
  return Prisma.sql`places.recommended_by = ${memberId} AND places.created_at >= ${storedMoment(since)}
    AND (places.withheld_reason IS NULL OR places.withheld_reason IN ('waiting', 'flagged'))
    AND NOT EXISTS (SELECT 1 FROM reviews WHERE place_id = places.id AND member_id <> ${memberId})
    AND NOT EXISTS (SELECT 1 FROM withheld_reviews WHERE place_id = places.id AND member_id <> ${memberId})
    AND NOT EXISTS (SELECT 1 FROM place_revisions WHERE place_id = places.id AND member_id <> ${memberId})`;
}
