import { z } from "zod";
import { type PrismaClient, reader } from "#app/db/database.server.ts";
import { fromApproved } from "../members/approved.server.ts";
import type { Item } from "./flag.server.ts";

export async function findPlaceToModerate(slug: string) {
  const place = await reader().place.findUnique({
    where: { slug },
    select: {
      id: true,
      slug: true,
      name: true,
      street: true,
      postcode: true,
      website: true,
      isLocked: true,
      withheldReason: true,
      withheldRule: true,
      cuisines: { select: { cuisine: { select: { name: true } } } },
      withheldReviews: { where: { withheldReason: "waiting" }, select: { body: true } },
    },
  });
  return (
    place && { place, flags: await listOpenFlags(reader(), { placeId: place.id, authorId: null }) }
  );
}

export async function findReviewToModerate(id: number) {
  const columns = {
    id: true,
    placeId: true,
    memberId: true,
    rating: true,
    body: true,
    dish: true,
  } as const;
  const select = {
    ...columns,
    place: { select: { name: true, slug: true } },
    member: { select: { handle: true, leftOn: true } },
  };
  const shown = await reader().review.findUnique({ where: { id }, select });
  const review = shown
    ? { ...shown, withheldReason: null, withheldRule: null }
    : await reader().withheldReview.findUnique({
        where: { id },
        select: { ...select, withheldReason: true, withheldRule: true },
      });
  if (!review) return review;
  const { placeId, memberId: authorId } = review;
  return { review, flags: await listOpenFlags(reader(), { placeId, authorId }) };
}

const openFlags = z.array(
  z.object({ rule: z.string(), note: z.string().nullable(), createdAt: z.coerce.date() }),
);

/** The oldest first. A newcomer's flag counts once their first post is let through. */
export async function listOpenFlags(database: PrismaClient, { placeId, authorId }: Item) {
  const rows = await database.$queryRaw`
    SELECT rule, note, created_at AS createdAt FROM ${fromApproved("flags")}
    WHERE place_id = ${placeId} AND author_id IS ${authorId} AND settled_at IS NULL ORDER BY id`;
  return openFlags.parse(rows);
}
