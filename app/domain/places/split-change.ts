import { isDeepStrictEqual } from "node:util";
import { cuisineSlug } from "../cuisines/cuisine-name.ts";
import type { Report } from "../reports/report.ts";
import type { Position } from "../walk/coordinates.ts";
import type { PlaceChange } from "./place-change.ts";
import type { KeptFacts } from "./place-facts-schema.ts";

type Known = KeptFacts & {
  /** Whether the site can say where it is, by itself or by its postcode. */
  isLocated: boolean;
};

/**
 * What somebody without standing may change at once, and what has to wait as a report: whether it
 * is there, what it is called, and where it is. What is as it was is in neither.
 */
export function splitChange(known: Known, change: PlaceChange) {
  const { position: _where, closedOn, ...rest } = change;
  const address = reportedAddress(known, change);
  const changes: PlaceChange = {
    ...rest,
    ...(change.identity && {
      identity: {
        ...change.identity,
        name: known.name,
        street: known.street,
        postcode: known.postcode,
      },
    }),
    ...(address === undefined && { position: change.position }),
    ...(known.closedOn !== null && closedOn !== null && { closedOn }),
  };
  return { change: onlyDifferent(known, changes), reports: reportsIn(known, change, address) };
}

function reportsIn(known: Known, change: PlaceChange, address: Report | undefined): Report[] {
  const { identity, closedOn } = change;
  return [
    ...(identity && identity.name !== known.name
      ? [{ kind: "name" as const, facts: { name: identity.name } }]
      : []),
    ...(address ? [address] : []),
    ...(closedOn && known.closedOn === null
      ? [{ kind: "closed" as const, facts: { closedOn } }]
      : []),
    ...(closedOn === null && known.closedOn !== null ? [{ kind: "open" as const, facts: {} }] : []),
  ];
}

/** Where nobody knows where it is, saying so moves nothing. */
function reportedAddress(known: Known, { identity, position }: PlaceChange): Report | undefined {
  const { street, postcode } = identity ?? known;
  const isElsewhere = street !== known.street || postcode !== known.postcode;
  if (!isElsewhere && (!known.isLocated || isSamePosition(known, position))) return undefined;
  const said = position === undefined ? positionOf(known) : position;
  return { kind: "address", facts: { street, postcode, position: said } };
}

function positionOf({ latitude, longitude }: KeptFacts): Position | null {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}

/** To 0.1 m, as forms show them. */
function isSamePosition(known: KeptFacts, position: Position | null | undefined): boolean {
  if (position === undefined) return true;
  const before = positionOf(known);
  if (before === null || position === null) return before === position;
  const differs = (one: number, other: number) => Math.abs(one - other) > 1e-6;
  return (
    !differs(before.latitude, position.latitude) && !differs(before.longitude, position.longitude)
  );
}

/** Hours that are said again are confirmed, so they stay. */
function onlyDifferent(known: Known, change: PlaceChange): PlaceChange {
  const {
    identity,
    cuisines,
    position,
    approximateWalk,
    mainly,
    closedOn,
    dietsAndFeatures,
    ...rest
  } = change;
  const served = cuisines && [
    ...cuisines.cuisines,
    ...(cuisines.newCuisine ? [cuisineSlug(cuisines.newCuisine)] : []),
  ];
  const before = { diets: known.diets, features: known.features };
  return {
    ...rest,
    ...(identity &&
      (identity.priceBand !== known.priceBand || identity.website !== known.website) && {
        identity,
      }),
    ...(cuisines &&
      !isDeepStrictEqual(new Set(served), new Set(known.cuisines.map(({ slug }) => slug))) && {
        cuisines,
      }),
    ...(position !== undefined && !isSamePosition(known, position) && { position }),
    ...(approximateWalk !== undefined &&
      approximateWalk !== known.approximateWalk && { approximateWalk }),
    ...(mainly !== undefined && mainly !== known.mainly && { mainly }),
    ...(closedOn !== undefined && closedOn !== known.closedOn && { closedOn }),
    ...(dietsAndFeatures && !isDeepStrictEqual(dietsAndFeatures, before) && { dietsAndFeatures }),
  };
}
