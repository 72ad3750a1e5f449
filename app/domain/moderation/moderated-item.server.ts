import { reader } from "#app/db/database.server.ts";

const HANDLE = { select: { handle: true, leftOn: true } } as const;

const FLAGS = { rule: true, note: true, createdAt: true, member: HANDLE } as const;

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
  return place && { place, flags: await listOpenFlags(place.id, null) };
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
  return review && { review, flags: await listOpenFlags(review.placeId, review.memberId) };
}

function listOpenFlags(placeId: number, authorId: number | null) {
  return reader().flag.findMany({
    where: { placeId, authorId, settledAt: null },
    orderBy: { id: "asc" },
    select: FLAGS,
  });
}
