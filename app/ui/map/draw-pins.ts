import type { Position } from "#app/domain/walk/coordinates.ts";
import { metresEastAndNorth, metresOfWalk } from "#app/domain/walk/walk.ts";
import { type Box, isOnMap, MAP_SIZE, overlap, type Point, rounded } from "./shapes.ts";

export const FURTHEST_WALK_MINUTES = 30;

export type MapPlace = {
  number: number;
  position: Position | undefined;
};

// A pin is 44 by 54 and stands on its tip; the margin makes it easy to hit with a finger.
const PIN = { left: 26, above: 62, below: 3, width: 52 };
// A circle of the same width, with room for an arrow in any direction.
const EDGE_PIN = { half: 31 };
const EDGE = 250;
const MIDDLE = MAP_SIZE / 2;

type Content = { origin: Position; places: MapPlace[]; unitsPerMetre: number; furniture: Box[] };

type Pin = {
  number: number;
  /** The tip of a pin; the centre of one at the edge. */
  x: number;
  y: number;
  /** Where the place is, if its pin had to move. */
  spot: Point | undefined;
  /** Of the arrow at the edge, in degrees clockwise from the top. */
  bearing: number | undefined;
};

export function drawPins({ origin, places, unitsPerMetre, furniture }: Content): {
  pins: Pin[];
  boxes: Box[];
} {
  const pins: Pin[] = [];
  const boxes = [...furniture];
  for (const { number, position } of places) {
    if (!position) continue;
    const { east, north } = metresEastAndNorth(origin, position);
    const isFar = Math.hypot(east, north) > metresOfWalk(FURTHEST_WALK_MINUTES);
    const scale = isFar ? EDGE / Math.hypot(east, north) : unitsPerMetre;
    const wanted = rounded({ x: MIDDLE + east * scale, y: MIDDLE - north * scale });
    const boxAround = isFar ? edgePinBox : pinBox;
    const free = findRoom(wanted, boxAround, boxes);
    boxes.push(boxAround(free));
    pins.push({
      number,
      ...free,
      spot: isFar || isSame(free, wanted) ? undefined : wanted,
      bearing: isFar
        ? Math.round((Math.atan2(east, north) * 180) / Math.PI + 360) % 360
        : undefined,
    });
  }
  return { pins, boxes };
}

export function pinBox({ x, y }: Point): Box {
  return { x: x - PIN.left, y: y - PIN.above, width: PIN.width, height: PIN.above + PIN.below };
}

export function edgePinBox({ x, y }: Point): Box {
  const { half } = EDGE_PIN;
  return { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
}

function isSame(one: Point, other: Point): boolean {
  return one.x === other.x && one.y === other.y;
}

const STEP = 4;
const FURTHEST = 860;

/** The nearest free spot: the same for the same pins in the same order. */
function findRoom(wanted: Point, boxAround: (point: Point) => Box, taken: Box[]): Point {
  for (const point of pointsAround(wanted)) {
    const box = boxAround(point);
    if (isOnMap(box) && !taken.some((other) => overlap(box, other))) return point;
  }
  return wanted;
}

/** The point itself, then whole-numbered points on ever wider circles around it. */
function* pointsAround({ x, y }: Point): Generator<Point> {
  yield { x, y };
  for (let radius = STEP; radius <= FURTHEST; radius += STEP) {
    const count = Math.ceil((2 * Math.PI * radius) / STEP);
    for (let index = 0; index < count; index += 1) {
      const angle = (2 * Math.PI * index) / count;
      yield rounded({ x: x + radius * Math.sin(angle), y: y - radius * Math.cos(angle) });
    }
  }
}
