import type { Position } from "../places/place-query.ts";

/** The Earth's mean radius in metres (IUGG). */
const EARTH_RADIUS = 6_371_008.8;

/** How much longer a walk is than the straight line. */
const DETOUR = 1.3;

const METRES_A_MINUTE = 80;

/** Great-circle metres between two positions, by the haversine formula. */
export function metresBetween(one: Position, other: Position): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [latitude, otherLatitude] = [radians(one.latitude), radians(other.latitude)];
  const half = (difference: number) => Math.sin(difference / 2) ** 2;
  const chord =
    half(otherLatitude - latitude) +
    Math.cos(latitude) * Math.cos(otherLatitude) * half(radians(other.longitude - one.longitude));
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(Math.min(1, chord)));
}

/** The minutes that a walk takes over so many great-circle metres, rounded up, at least 1. */
export function walkMinutes(metres: number): number {
  return Math.max(1, Math.ceil((metres * DETOUR) / METRES_A_MINUTE));
}

/** The great-circle metres that a walk of so many minutes covers at most. */
export function metresOfWalk(minutes: number): number {
  return (minutes * METRES_A_MINUTE) / DETOUR;
}

/** "7 min walk" for great-circle metres, or "walk unknown". */
export function walkWords(metres: number | null): string {
  return metres === null ? "walk unknown" : `${walkMinutes(metres)} min walk`;
}
