import { reader } from "#app/db/database.server.ts";

const WITHHELD = { select: { withheldReason: true, withheldRule: true } } as const;

/** How the place with this slug is put aside, or null when it is not, or there is none. */
export function findWithheldPlace(slug: string) {
  return reader().place.findFirst({
    where: { slug, withheldReason: { not: null } },
    select: { withheldReason: true, withheldRule: true },
  });
}

/** Why a review is not shown: how it or its place is withheld; null where there is no such review. */
export async function findWithheldReview(id: number) {
  const shown = await reader().review.findUnique({ where: { id }, select: { place: WITHHELD } });
  const review = shown
    ? undefined
    : await reader().withheldReview.findUnique({
        where: { id },
        select: { ...WITHHELD.select, place: WITHHELD },
      });
  const place = shown?.place ?? review?.place;
  if (!place) return null;
  return { place: place.withheldReason === null ? undefined : place, review };
}
