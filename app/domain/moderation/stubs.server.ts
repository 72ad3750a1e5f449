import { reader } from "#app/db/database.server.ts";

/** How many reviews of a place moderators have hidden, by rule, and how many are being looked at. */
export async function countStubs(placeId: number) {
  const groups = await reader().heldReview.groupBy({
    by: ["heldAs", "heldRule"],
    where: { placeId, heldAs: { in: ["hidden", "flagged"] } },
    orderBy: [{ heldAs: "asc" }, { heldRule: "asc" }],
    _count: true,
  });
  return groups.map(({ heldAs, heldRule, _count }) => ({ heldAs, heldRule, count: _count }));
}

/** How the place with this slug is put aside, or null when it is not, or there is none. */
export function findHeldPlace(slug: string) {
  return reader().place.findFirst({ where: { slug, heldAs: { not: null } }, select: { heldAs: true, heldRule: true } });
}
