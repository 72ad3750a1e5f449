import type { Position } from "#app/domain/walk/coordinates.ts";
import { metresEastAndNorth, metresOfWalk } from "#app/domain/walk/walk.ts";
import { type Box, isOnMap, MAP_SIZE, overlap, type Point, rounded } from "./shapes.ts";

/** A walk of more minutes than this leads off the map. */
export const FURTHEST_WALK = 30;

/** A place for the map. */
export type MapPlace = {
  /** Its number in the list. */
  number: number;
  /** Undefined where nobody knows it. */
  position: Position | undefined;
};

// A pin is 44 wide and 54 high and stands on its tip; it can be pressed a little around that, so that fingers hit it on a phone.
const PIN = { left: 26, above: 62, below: 3, width: 52 };
// A pin at the edge is a circle as wide, with an arrow that may point anywhere.
const EDGE_PIN = { half: 31 };
const EDGE = 250;
const MIDDLE = MAP_SIZE / 2;

type Content = { origin: Position; places: MapPlace[]; unitsPerMetre: number; furniture: Box[] };

type Pin = {
  /** Of its place in the list. */
  number: number;
  /** The tip of a pin, or the middle of a pin at the edge. */
  x: number;
  y: number;
  /** Where the place is, when the pin had to move away from there. */
  spot: Point | undefined;
  /** Where the arrow of a pin at the edge points, in degrees clockwise from the top. */
  bearing: number | undefined;
};

/** The pins of the places that have a position, none on another, and the rectangles that they take with what is there already. */
export function drawPins({ origin, places, unitsPerMetre, furniture }: Content): {
  pins: Pin[];
  boxes: Box[];
} {
  const pins: Pin[] = [];
  const boxes = [...furniture];
  for (const { number, position } of places) {
    if (!position) continue;
    const { east, north } = metresEastAndNorth(origin, position);
    const isFar = Math.hypot(east, north) > metresOfWalk(FURTHEST_WALK);
    const scale = isFar ? EDGE / Math.hypot(east, north) : unitsPerMetre;
    const wanted = rounded({ x: MIDDLE + east * scale, y: MIDDLE - north * scale });
    const boxAround = isFar ? edgePinBox : pinBox;
    const found = findRoom(wanted, boxAround, boxes);
    boxes.push(boxAround(found));
    pins.push({
      number,
      ...found,
      spot: isFar || isSame(found, wanted) ? undefined : wanted,
      bearing: isFar
        ? Math.round((Math.atan2(east, north) * 180) / Math.PI + 360) % 360
        : undefined,
    });
  }
  return { pins, boxes };
}

/** The rectangle of a pin that stands on its tip. */
export function pinBox({ x, y }: Point): Box {
  return { x: x - PIN.left, y: y - PIN.above, width: PIN.width, height: PIN.above + PIN.below };
}

/** The rectangle of a pin at the edge, arrow included, around its middle. */
export function edgePinBox({ x, y }: Point): Box {
  const { half } = EDGE_PIN;
  return { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
}

function isSame(one: Point, other: Point): boolean {
  return one.x === other.x && one.y === other.y;
}

const STEP = 4;
const FURTHEST = 860;

/**
 * The free spot nearest to where a mark should stand, on the map and clear of what is there already. The same marks in
 * the same order always get the same spots; each mark keeps its own spot when nothing is in the way.
 * @param boxAround the rectangle that the mark takes when it stands at a point @param taken what it must not touch
 */
function findRoom(wanted: Point, boxAround: (point: Point) => Box, taken: Box[]): Point {
  for (const point of pointsAround(wanted)) {
    const box = boxAround(point);
    if (isOnMap(box) && !taken.some((other) => overlap(box, other))) return point;
  }
  return wanted;
}

/** A point, and then those with whole numbers on wider and wider circles around it. */
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
