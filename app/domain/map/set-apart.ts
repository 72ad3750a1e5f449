type Point = { x: number; y: number };

/** The radius of a pin's head, in the map's units. */
export const PIN_RADIUS = 22;

const DISTANCE = 2 * PIN_RADIUS + 2;
const ABOVE_SPOT = 34;
const MOST_ROUNDS = 400;
/** An angle of which no small multiple is a whole turn, so that pins on one spot leave it in different directions. */
const GOLDEN_ANGLE = 2.399963;

/**
 * Where the heads of pins stand that point to spots: above their spot, or pushed aside until none overlaps another and all are
 * on the map. The same spots always give the same heads.
 * @param size how wide and high the map is
 */
export function setApart(spots: Point[], size: number): Point[] {
  const heads = spots.map(({ x, y }) => inside({ x, y: y - ABOVE_SPOT }, size));
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let hasMoved = false;
    for (const [index, head] of heads.entries()) {
      for (const [other, neighbour] of heads.entries()) {
        if (other <= index || !pushApart(head, neighbour, index + other, size)) continue;
        hasMoved = true;
      }
    }
    if (!hasMoved) break;
  }
  return heads;
}

/** Moves two heads that overlap away from each other by half of what is missing each. Says whether they did. */
function pushApart(one: Point, other: Point, turn: number, size: number): boolean {
  const distance = Math.hypot(other.x - one.x, other.y - one.y);
  if (distance >= DISTANCE - 0.01) return false;
  const angle = distance < 1 ? turn * GOLDEN_ANGLE : Math.atan2(other.y - one.y, other.x - one.x);
  const push = (DISTANCE - distance) / 2;
  Object.assign(one, inside({ x: one.x - push * Math.cos(angle), y: one.y - push * Math.sin(angle) }, size));
  Object.assign(other, inside({ x: other.x + push * Math.cos(angle), y: other.y + push * Math.sin(angle) }, size));
  return true;
}

function inside({ x, y }: Point, size: number): Point {
  const clamp = (value: number) => Math.min(size - PIN_RADIUS - 2, Math.max(PIN_RADIUS + 2, value));
  return { x: clamp(x), y: clamp(y) };
}
