import { z } from "zod";
import { reader } from "#app/db/database.server.ts";
import { handleKey } from "./handle.ts";
import { isApproved } from "./member-sql.server.ts";

export const ENTRIES_PER_PAGE = 20;

const profiles = z.array(
  z.object({
    id: z.coerce.number(),
    handle: z.string(),
    cohort: z.string().nullable(),
    createdAt: z.coerce.date(),
  }),
);

/** By a handle that they have or had. */
export async function findProfile(slug: string) {
  const key = handleKey(slug);
  const rows = await reader().$queryRaw`
    SELECT id, handle, cohort, created_at AS createdAt FROM members
    WHERE (handle_key = ${key} OR id = (SELECT member_id FROM former_handles WHERE handle_key = ${key}))
      AND left_on IS NULL AND ${isApproved()}
    ORDER BY handle_key = ${key} DESC LIMIT 1`;
  return profiles.parse(rows)[0];
}

export async function countEntries(memberId: number): Promise<{ places: number; reviews: number }> {
  const [places, reviews] = await Promise.all([
    reader().place.count({ where: { recommendedBy: memberId, withheldReason: null } }),
    reader().review.count({ where: { memberId, place: { withheldReason: null } } }),
  ]);
  return { places, reviews };
}

export function listRecommendedPlaces(memberId: number, page: number) {
  return reader().place.findMany({
    where: { recommendedBy: memberId, withheldReason: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    ...entriesOf(page),
    select: { slug: true, name: true, createdAt: true },
  });
}

export function listMemberReviews(memberId: number, page: number) {
  return reader().review.findMany({
    where: { memberId, place: { withheldReason: null } },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    ...entriesOf(page),
    select: {
      id: true,
      rating: true,
      body: true,
      dish: true,
      pricePence: true,
      priceKind: true,
      visitedOn: true,
      createdAt: true,
      updatedAt: true,
      place: { select: { slug: true, name: true } },
    },
  });
}

function entriesOf(page: number) {
  return { skip: (page - 1) * ENTRIES_PER_PAGE, take: ENTRIES_PER_PAGE };
}
