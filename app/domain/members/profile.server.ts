import { reader } from "#app/db/database.server.ts";
import { handleKey } from "./handle.ts";

export const ENTRIES_PER_PAGE = 20;

export async function findProfile(slug: string) {
  const key = handleKey(slug);
  const select = { id: true, handle: true, cohort: true, createdAt: true } as const;
  const member = await reader().member.findFirst({
    where: { handleKey: key, leftOn: null },
    select,
  });
  if (member) return member;
  const former = await reader().formerHandle.findFirst({
    where: { handleKey: key, member: { leftOn: null } },
    select: { member: { select } },
  });
  return former?.member;
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
      visitedOn: true,
      createdAt: true,
      place: { select: { slug: true, name: true } },
    },
  });
}

function entriesOf(page: number) {
  return { skip: (page - 1) * ENTRIES_PER_PAGE, take: ENTRIES_PER_PAGE };
}
