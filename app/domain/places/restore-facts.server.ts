import { isDeepStrictEqual } from "node:util";
import type { Author } from "../posting/post-once.server.ts";
import { changePlace } from "./change-place.server.ts";
import type { PlaceChange } from "./place-change.ts";
import { findPlaceFacts } from "./place-facts.server.ts";
import type { KeptFacts } from "./place-facts-schema.ts";
import { findRevision, readFacts } from "./place-revisions.server.ts";

/** Which version of which place is restored, and when the place was last changed as far as the author knows. */
type Restored = { slug: string; revisionId: number; version: string };

/**
 * Has a place say again what it said in a revision, unless somebody changed it since it had the version. Only what differs is
 * changed, which is itself a revision.
 * @param formSecret what only the sender of the form knows, by which posting it again is recognised
 */
export async function restoreFacts(
  { slug, revisionId, version }: Restored,
  posting: { author: Author; formSecret: string },
) {
  const place = await findPlaceFacts(slug);
  const revision = place && (await findRevision(place.id, revisionId));
  if (!place || !revision || revision.hiddenRule !== null) return { kind: "missing" as const };
  return changePlace(slug, version, changeTo(await readFacts(place.id), revision.facts), posting);
}

/** What differs between two states of a place, as a change from one to the other. */
export function changeTo(now: KeptFacts, then: KeptFacts): PlaceChange {
  const {
    name,
    street,
    postcode,
    priceBand,
    website,
    latitude,
    longitude,
    cuisines,
    hours,
    diets,
    features,
  } = then;
  const differ = (...facts: (keyof KeptFacts)[]) =>
    facts.some((fact) => !isDeepStrictEqual(now[fact], then[fact]));
  return {
    ...(differ("name", "street", "postcode", "priceBand", "website") && {
      identity: { name, street, postcode, priceBand, website },
    }),
    ...(differ("cuisines") && {
      cuisines: { cuisines: cuisines.map(({ slug }) => slug), newCuisine: undefined },
    }),
    ...(differ("latitude", "longitude") && {
      position: latitude === null || longitude === null ? null : { latitude, longitude },
    }),
    ...(differ("approximateWalk") && { approximateWalk: then.approximateWalk }),
    ...(differ("mainly") && { mainly: then.mainly }),
    ...(differ("closedOn") && { closedOn: then.closedOn }),
    ...(differ("hours") && { hours }),
    ...(differ("diets", "features") && { dietsAndFeatures: { diets, features } }),
  };
}
