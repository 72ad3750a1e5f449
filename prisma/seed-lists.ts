import type { PrismaClient } from "../app/db/generated/client.ts";
import { demoLists } from "./demo/lists.ts";

const DAY = 24 * 60 * 60 * 1000;

/**
 * Puts a demo place on the lists of demo members, and adds their votes for each other's reviews of it. Whoever has reviewed
 * it has been there, so nobody of them wants to try it.
 * @param memberIds the demo's members by their handle
 * @param now the moment before which all of it happened
 */
export async function seedLists(
  database: PrismaClient,
  place: { id: number; key: string },
  { memberIds, now }: { memberIds: Map<string, number>; now: Date },
): Promise<void> {
  const { id: placeId } = place;
  const { want = [], helpful = {} } = demoLists[place.key] ?? {};
  const reviews = await database.review.findMany({
    where: { placeId, memberId: { in: [...memberIds.values()] } },
    select: { memberId: true, createdAt: true },
  });
  const authorIds = new Set(reviews.map(({ memberId }) => memberId));
  const idsOf = (handles: string[]) => handles.flatMap((handle) => memberIds.get(handle) ?? []);
  const wanted = idsOf(want).filter((memberId) => !authorIds.has(memberId));
  const votes = Object.entries(helpful).flatMap(([author, voters]) =>
    idsOf([author]).flatMap((authorId) =>
      idsOf(voters).map((memberId) => ({ placeId, authorId, memberId })),
    ),
  );
  await database.$transaction([
    database.seedRecord.create({ data: { key: `lists:${place.key}` } }),
    database.listEntry.createMany({
      data: [
        ...wanted.map((memberId, index) => ({
          memberId,
          createdAt: new Date(now.getTime() - (index + 1) * DAY),
          list: "want",
        })),
        ...reviews.map(({ memberId, createdAt }) => ({ memberId, createdAt, list: "been" })),
      ].map((entry) => ({ placeId, ...entry })),
    }),
    database.helpfulVote.createMany({
      data: votes
        .filter(({ authorId }) => authorIds.has(authorId))
        .map((vote) => ({ ...vote, createdAt: now })),
    }),
  ]);
}
