import { reader } from "#app/db/database.server.ts";
import { heldWords } from "../moderation/held-words.ts";
import { explainMissingPlace } from "../places/missing-place.server.ts";

const PLACE = { select: { slug: true, name: true, heldAs: true } } as const;

/** A review by its id, with its place; null where there is none that everybody can see. */
export function findReview(id: number) {
  return reader().review.findUnique({
    where: { id, place: { heldAs: null } },
    select: {
      ...{ id: true, memberId: true, rating: true, body: true, dish: true, pricePence: true, visitedOn: true },
      ...{ createdAt: true, updatedAt: true },
      member: { select: { handle: true } },
      place: PLACE,
    },
  });
}

/** What the address of a review says that is not shown: why, where that is for everybody to know. */
export async function explainMissingReview(id: number) {
  const review = await reader().review.findUnique({ where: { id }, select: { place: PLACE } });
  const held = review
    ? null
    : await reader().heldReview.findUnique({ where: { id }, select: { heldAs: true, heldRule: true, place: PLACE } });
  const place = review?.place ?? held?.place;
  if (place && place.heldAs !== null) return explainMissingPlace(place.slug);
  return { status: 404, words: (held && heldWords("review", held)) ?? null };
}
