/** Width and height in map units. Walks start at the centre. */
export const MAP_SIZE = 600;

/** Measured from the top left corner of the map. */
export type Point = { x: number; y: number };

/** The point is its top left corner. */
export type Box = Point & { width: number; height: number };

/** Rectangles that only touch do not overlap. */
export function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

export function isOnMap({ x, y, width, height }: Box): boolean {
  return x >= 0 && y >= 0 && x + width <= MAP_SIZE && y + height <= MAP_SIZE;
}

/** To whole units: on most screens a unit is less than a pixel. */
export function rounded({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) };
}
