import type { Position } from "./coordinates.ts";

/** The mean radius of the Earth, in metres. The view campus_distances has the same. */
export const EARTH_RADIUS = 6_371_008.8;
const METRES_PER_MINUTE = 80;
// Streets are no straight lines: a walk is taken to be this many times as long.
const DETOUR = 1.3;

/**
 * Great-circle metres between two positions by the haversine formula. The database's view campus_distances works
 * them out in the same way.
 */
export function metresBetween(one: Position, other: Position): number {
  const haversine =
    Math.sin(radians(one.latitude - other.latitude) / 2) ** 2 +
    Math.cos(radians(one.latitude)) *
      Math.cos(radians(other.latitude)) *
      Math.sin(radians(one.longitude - other.longitude) / 2) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(Math.min(1, haversine)));
}

/** The minutes, at least 1, that it takes to walk somewhere so many great-circle metres away, at 80 m a minute. */
export function walkMinutes(metres: number): number {
  // What is over by less than a billionth of a minute comes from counting in binary.
  return Math.max(1, Math.ceil((metres * DETOUR) / METRES_PER_MINUTE - 1e-9));
}

/** The great-circle metres that a place can be away at most for a walk of so many minutes. */
export function metresOfWalk(minutes: number): number {
  return (minutes * METRES_PER_MINUTE) / DETOUR;
}

/** A walk in words: "7 min walk", or "walk unknown". @param metres great-circle metres; null when nobody knows them */
export function walkWords(metres: number | null): string {
  return metres === null
    ? "walk unknown"
    : `${walkMinutes(metres).toLocaleString("en-GB")} min walk`;
}

/**
 * Metres to the east and to the north of an origin: the equirectangular projection with the origin's parallel as its
 * standard parallel, which is true to a thousandth as far as anybody walks.
 */
export function metresEastAndNorth(origin: Position, position: Position) {
  const turn = position.longitude - origin.longitude;
  // The shorter way round the Earth.
  const degreesEast = turn - 360 * Math.round(turn / 360);
  return {
    east: EARTH_RADIUS * radians(degreesEast) * Math.cos(radians(origin.latitude)),
    north: EARTH_RADIUS * radians(position.latitude - origin.latitude),
  };
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
