import type { Position } from "../places/place-query.ts";
import { metresBetween, metresOfWalk, walkMinutes } from "../walk/walk.ts";
import { PIN_RADIUS, setApart } from "./set-apart.ts";

/** How wide and high the map is, in its own units. */
export const MAP_SIZE = 600;

const CENTRE = MAP_SIZE / 2;
const MARGIN = PIN_RADIUS + 6;
const RINGS = [5, 10, 15];
/** Places farther than this walk stand at the edge, in their direction. */
const FARTHEST_WALK = 30;

type PlaceOnMap = { number: number; name: string; href: string; position: Position | undefined };

export type DrawnMap = ReturnType<typeof drawMap>;

/**
 * Lays out a map of places around where walks start: an equirectangular projection, true to scale at the centre, north up,
 * as large as the places need and the ring of 15 minutes at least. Pins that would overlap are set apart from each other.
 * All lengths are in units of which the map is MAP_SIZE wide, rounded to whole ones.
 */
export function drawMap(origin: Position, places: PlaceOnMap[]) {
  const known = places.flatMap((place) => (place.position ? [{ ...place, ...metresOff(origin, place.position) }] : []));
  const shown = Math.min(
    metresOfWalk(FARTHEST_WALK),
    Math.max(metresOfWalk(15) * 1.1, ...known.map(({ north, east }) => Math.hypot(north, east))),
  );
  const scale = (CENTRE - MARGIN) / shown;
  const spots = known.map(({ north, east }) => {
    const shrink = Math.min(1, shown / Math.max(1, Math.hypot(north, east)));
    return { x: CENTRE + east * shrink * scale, y: CENTRE - north * shrink * scale };
  });
  const pins = setApart(spots, MAP_SIZE);
  return {
    rings: RINGS.map((minutes) => ({ minutes, radius: Math.round(metresOfWalk(minutes) * scale) })),
    pins: known.map(({ number, name, href, metres, north, east }, index) => ({
      ...{ number, name, href },
      walk: `${walkMinutes(metres)} min walk`,
      spot: rounded(spots[index]),
      pin: rounded(pins[index]),
      isBeyond: Math.hypot(north, east) > shown * 1.001,
    })),
    scaleBar: { metres: 500, width: Math.round(500 * scale) },
    unknown: places.length - known.length,
  };
}

function metresOff(origin: Position, position: Position) {
  const north = metresBetween(origin, { ...origin, latitude: position.latitude });
  const east = metresBetween(origin, { ...origin, longitude: position.longitude });
  return {
    metres: metresBetween(origin, position),
    north: position.latitude < origin.latitude ? -north : north,
    east: position.longitude < origin.longitude ? -east : east,
  };
}

function rounded(point: { x: number; y: number } | undefined) {
  return { x: Math.round(point?.x ?? CENTRE), y: Math.round(point?.y ?? CENTRE) };
}
