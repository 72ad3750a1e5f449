import type { Position } from "./coordinates.ts";

/** The mean radius, in metres; the view campus_distances has the same. */
export const EARTH_RADIUS = 6_371_008.8;
const METRES_PER_MINUTE = 80;
// Streets are not straight.
const DETOUR = 1.3;

/** Great-circle distance by the haversine formula, as in the view campus_distances. */
export function metresBetween(one: Position, other: Position): number {
  const haversine =
    Math.sin(radians(one.latitude - other.latitude) / 2) ** 2 +
    Math.cos(radians(one.latitude)) *
      Math.cos(radians(other.latitude)) *
      Math.sin(radians(one.longitude - other.longitude) / 2) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(Math.min(1, haversine)));
}

export function walkMinutes(metres: number): number {
  // Less than a billionth of a minute over is binary rounding.
  return Math.max(1, Math.ceil((metres * DETOUR) / METRES_PER_MINUTE - 1e-9));
}

export function metresOfWalk(minutes: number): number {
  return (minutes * METRES_PER_MINUTE) / DETOUR;
}

/** @param isApproximate whether somebody said it roughly, and nobody measured it */
export function walkWords(metres: number | null, isApproximate = false): string {
  if (metres === null) return "walk unknown";
  const words = `${walkMinutes(metres).toLocaleString("en-GB")} min walk`;
  return isApproximate ? `about ${words}` : words;
}

/** Equirectangular projection, true to a thousandth within walking distance. */
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
