/** The width and the height of the map, in units of its own. Half of it is where walks start. */
export const MAP_SIZE = 600;

/** A point of the map, from its top left corner. */
export type Point = { x: number; y: number };

/** A rectangle of the map: its top left corner, width and height. */
export type Box = Point & { width: number; height: number };

/** Whether two rectangles share more than an edge. */
export function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** Whether a rectangle lies inside the map as a whole. */
export function isOnMap({ x, y, width, height }: Box): boolean {
  return x >= 0 && y >= 0 && x + width <= MAP_SIZE && y + height <= MAP_SIZE;
}

/** The point with whole numbers that is nearest: a unit is less than a pixel on most screens. */
export function rounded({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) };
}
