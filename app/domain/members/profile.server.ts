import { reader } from "#app/db/database.server.ts";
import { handleKey } from "./handle.ts";

/** How many places, and how many reviews, a page of a profile has. */
export const ENTRIES_PER_PAGE = 20;

/** The member whose profile an address names, by their handle in any spelling or one they had before, or undefined. */
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

/** How many places a member recommended, and how many reviews they wrote, of those that are shown. */
export async function countEntries(memberId: number): Promise<{ places: number; reviews: number }> {
  const [places, reviews] = await Promise.all([
    reader().place.count({ where: { recommendedBy: memberId, withheldReason: null } }),
    reader().review.count({ where: { memberId, place: { withheldReason: null } } }),
  ]);
  return { places, reviews };
}

/** One page of the places that a member recommended first, the newest first. */
export function listRecommendedPlaces(memberId: number, page: number) {
  return reader().place.findMany({
    where: { recommendedBy: memberId, withheldReason: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    ...entriesOf(page),
    select: { slug: true, name: true, createdAt: true },
  });
}

/** One page of a member's reviews, those first that were written or changed last. */
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
