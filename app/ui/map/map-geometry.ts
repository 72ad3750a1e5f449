/** Width and height in map units. Walks start at the centre. */
export const MAP_SIZE = 600;

/** Measured from the top left corner of the map, or from its centre where that is said. */
export type Point = { x: number; y: number };

/** The point is its top left corner. */
export type Box = Point & { width: number; height: number };

/** A dot, or a longer one: as if a circle were drawn along a level line. */
export type Capsule = Point & {
  radius: number;
  /** Of the line: 0 makes a circle. */
  halfLine: number;
};

/** Rectangles that only touch do not overlap. */
export function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

export function commonArea(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}

/** Between their borders; negative where they overlap. */
export function gapBetween(one: Capsule, other: Capsule): number {
  const across = Math.max(0, Math.abs(one.x - other.x) - one.halfLine - other.halfLine);
  return Math.hypot(across, one.y - other.y) - one.radius - other.radius;
}

/** How near its border comes to the centre, from which it is measured, and how far away. */
export function reachOf({ x, y, radius, halfLine }: Capsule): {
  nearest: number;
  furthest: number;
} {
  return {
    nearest: Math.hypot(Math.max(0, Math.abs(x) - halfLine), y) - radius,
    furthest: Math.hypot(Math.abs(x) + halfLine, y) + radius,
  };
}

export function boxAround({ x, y, radius, halfLine }: Capsule): Box {
  const halfWidth = radius + halfLine;
  return { x: x - halfWidth, y: y - radius, width: 2 * halfWidth, height: 2 * radius };
}

export function pointAt(radius: number, angle: number): Point {
  return { x: radius * Math.sin(angle), y: -radius * Math.cos(angle) };
}

/** From the centre, clockwise from the top, in radians. */
export function angleOf({ x, y }: Point): number {
  // 0 - y, since -0 would turn what is at the centre to the south.
  return Math.atan2(x, 0 - y);
}

/** To whole units: on most screens a unit is less than a pixel. */
export function rounded({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) };
}
