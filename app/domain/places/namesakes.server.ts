import type { PrismaClient } from "#app/db/database.server.ts";
import { foldText, foldToKey } from "../text/folding.ts";

export type Namesake = { slug: string; name: string; street: string; postcode: string };

/**
 * Places that are probably the one somebody is about to add: the same folded name on the same street or in the same
 * postcode. The person decides, since one chain can have two branches.
 */
export async function findNamesakes(
  database: PrismaClient,
  place: { name: string; street: string; postcode: string },
): Promise<Namesake[]> {
  const sameName = await database.place.findMany({
    where: { nameKey: placeNameKey(place.name), heldAs: null },
    select: { slug: true, name: true, street: true, postcode: true },
    take: 50,
  });
  return sameName.filter(
    (other) => other.postcode === place.postcode || foldToKey(other.street) === foldToKey(place.street),
  );
}

const MOST_KEY_CHARACTERS = 400;

/** The form of a place's name by which it is sorted and compared: folded, without a leading "the". */
export function placeNameKey(name: string): string {
  // Folding writes some letters out: one can become eighteen.
  const key = [...foldText(name).replace(/^the (?=.)/, "")].slice(0, MOST_KEY_CHARACTERS).join("");
  return key || name;
}
