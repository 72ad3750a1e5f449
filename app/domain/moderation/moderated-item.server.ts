import { z } from "zod";
import { type PrismaClient, reader } from "#app/db/database.server.ts";
import { fromApproved, MEMBER, memberColumn } from "../members/member-sql.server.ts";
import type { Item } from "./put-aside.server.ts";

const HANDLE = { select: { handle: true, leftOn: true } } as const;

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
      member: HANDLE,
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
    member: HANDLE,
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
  z.object({
    rule: z.string(),
    note: z.string().nullable(),
    createdAt: z.coerce.date(),
    member: memberColumn,
  }),
);

/** The oldest first. A newcomer's flag counts once their first post is let through. */
export async function listOpenFlags(database: PrismaClient, { placeId, authorId }: Item) {
  const rows = await database.$queryRaw`
    SELECT rule, note, flags.created_at AS createdAt, ${MEMBER} AS member
    FROM ${fromApproved("flags")} JOIN members ON members.id = flags.member_id
    WHERE place_id = ${placeId} AND author_id IS ${authorId} AND settled_at IS NULL ORDER BY flags.id`;
  return openFlags.parse(rows);
}
