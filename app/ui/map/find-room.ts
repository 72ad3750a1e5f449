import { type Box, isOnMap, overlap, type Point, rounded } from "./shapes.ts";

const STEP = 4;
const FURTHEST = 860;

/**
 * The free spot nearest to where a mark should stand, on the map and clear of what is there already. The same marks in
 * the same order always get the same spots; each mark keeps its own spot when nothing is in the way.
 * @param boxAround the rectangle that the mark takes when it stands at a point @param taken what it must not touch
 */
export function findRoom(wanted: Point, boxAround: (point: Point) => Box, taken: Box[]): Point {
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
