import { reader } from "#app/db/database.server.ts";
import { listOpenFlags } from "./flag.server.ts";

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
