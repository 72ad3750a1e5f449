import { isDeepStrictEqual } from "node:util";
import type { ImportedFacts, TakenFacts } from "./imported-facts.ts";
import type { KeptFacts } from "./place-facts-schema.ts";

const PLACED = ["street", "postcode", "latitude", "longitude"] as const;
const SINGLE = ["website", "priceBand", "hours", "cuisines"] as const;

const NOBODY_SAID = { website: null, priceBand: null, hours: null, cuisines: [] };

/**
 * The facts of a page after an import: each that is still what the page had from the register, or that nobody has said,
 * follows the register.
 * @param taken what the register said last
 */
export function followRegister(now: KeptFacts, taken: TakenFacts, given: ImportedFacts): KeptFacts {
  const before = { ...NOBODY_SAID, ...taken };
  const isFollowed = (fact: keyof TakenFacts & keyof KeptFacts) =>
    isDeepStrictEqual(now[fact], before[fact]);
  const { name, street, postcode, latitude, longitude } = given;
  const single = SINGLE.filter(isFollowed).map((fact) => [fact, given[fact] ?? NOBODY_SAID[fact]]);
  return {
    ...now,
    ...(isFollowed("name") && { name }),
    ...(PLACED.every(isFollowed) && { street, postcode, latitude, longitude }),
    ...Object.fromEntries(single),
    diets: followEach(now.diets, taken.diets, given.diets),
    features: followEach(now.features, taken.features, given.features),
  };
}

/** Each entry by itself: a member may have said one of them. */
function followEach<Value>(
  now: Record<string, Value>,
  taken: Record<string, Value> = {},
  given: Record<string, Value> = {},
): Record<string, Value> {
  const isFollowed = (key: string) => now[key] === taken[key];
  const entries = [
    ...Object.entries(now).filter(([key]) => !isFollowed(key)),
    ...Object.entries(given).filter(([key]) => isFollowed(key)),
  ];
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** What is kept of what a register says. A page that was there before follows its name and address never. */
export function takenBy(before: TakenFacts | undefined, given: ImportedFacts): TakenFacts {
  const { name, street, postcode, latitude, longitude, ...rest } = given;
  const where = before?.name === undefined ? {} : { name, street, postcode, latitude, longitude };
  return { ...where, ...rest, ...(before?.cuisines === null && { cuisines: null }) };
}
