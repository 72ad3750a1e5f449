import { angleOf, type Capsule, gapBetween, type Point, pointAt, reachOf } from "./map-geometry.ts";

/** Where a place is, from the centre, and between which rings: 0 is within the first. */
export type Spot = Point & { number: number; band: number };

/** A dot for one place, or one for several that would overlap. */
export type Mark = Capsule & {
  band: number;
  spots: Spot[];
  /** Whether it had to clear the ring within its band, or the one around it, of a mark beyond. */
  clears: { inner: boolean; outer: boolean };
};

type Unsettled = Omit<Mark, keyof Capsule>;

/** Radii: band 0 lies between the first two. */
type Bounds = number[];

type ShapeOf = (spots: Spot[]) => Pick<Capsule, "radius" | "halfLine">;

/** How much nearer marks come with each round: the nearest are joined first. */
const ROUNDS = [0.34, 0.67, 1];

/** From a mark's middle to a ring, so that rounding puts it on neither the ring nor its other side. */
const OFF_THE_RING = 0.5;

const STEP = 0.5;

/**
 * Each place at its own spot. Marks that would overlap are joined; where a ring is between them, they move off it instead, each on its own
 * side. The same for the same spots in the same order.
 * @param edge the band whose marks all stand on one circle
 */
export function arrangeMarks(
  spots: Spot[],
  bounds: Bounds,
  shapeOf: ShapeOf,
  edge: { band: number; radius: number },
): Mark[] {
  const settle = (mark: Unsettled) => {
    const shape = shapeOf(mark.spots);
    const point =
      mark.band === edge.band
        ? pointAt(edge.radius, angleOf(middleOf(mark.spots)))
        : pointFor(mark, bounds, shape);
    return { ...mark, ...shape, ...point };
  };
  let marks = spots.map((spot) =>
    settle({ band: spot.band, spots: [spot], clears: { inner: false, outer: false } }),
  );
  for (;;) {
    for (const share of ROUNDS) marks = joinThose(marks, share, settle);
    const crowded = marks.filter((mark) => !clearsAll(mark, neededBy(mark, marks)));
    if (crowded.length === 0) return marks;
    marks = marks.map((mark) => {
      const needed = neededBy(mark, marks);
      return clearsAll(mark, needed)
        ? mark
        : settle({ ...mark, clears: either(mark.clears, needed) });
    });
  }
}

function joinThose(marks: Mark[], share: number, settle: (mark: Unsettled) => Mark): Mark[] {
  let joined: Mark[] = [];
  for (let mark of marks) {
    for (;;) {
      const other = joined.find((one) => one.band === mark.band && areTooNear(one, mark, share));
      if (!other) break;
      joined = joined.filter((one) => one !== other);
      mark = settle({
        band: mark.band,
        spots: [...other.spots, ...mark.spots],
        clears: either(other.clears, mark.clears),
      });
    }
    joined.push(mark);
  }
  return joined;
}

function areTooNear(one: Mark, other: Mark, share: number): boolean {
  const touching = one.radius + other.radius;
  return gapBetween(one, other) + touching < share * touching;
}

/** The rings that are between it and marks that it overlaps. */
function neededBy(mark: Mark, marks: Mark[]): Mark["clears"] {
  const others = marks.filter((other) => other.band !== mark.band && gapBetween(other, mark) < 0);
  return {
    inner: others.some(({ band }) => band < mark.band),
    outer: others.some(({ band }) => band > mark.band),
  };
}

function clearsAll({ clears }: Mark, needed: Mark["clears"]): boolean {
  return (clears.inner || !needed.inner) && (clears.outer || !needed.outer);
}

function either(one: Mark["clears"], other: Mark["clears"]): Mark["clears"] {
  return { inner: one.inner || other.inner, outer: one.outer || other.outer };
}

/** In the middle of its spots, no nearer to the centre and no further from it than they are, but for the rings that it clears. */
function pointFor(
  { spots, band, clears }: Unsettled,
  bounds: Bounds,
  shape: ReturnType<ShapeOf>,
): Point {
  const [inner = 0, outer = Number.POSITIVE_INFINITY] = bounds.slice(band, band + 2);
  const [least, most] = [inner + OFF_THE_RING, outer - OFF_THE_RING];
  const middle = middleOf(spots);
  const radii = spots.map(({ x, y }) => Math.hypot(x, y));
  const reachAt = (radius: number) => reachOf({ ...shape, ...pointAt(radius, angleOf(middle)) });
  let radius = within(Math.hypot(middle.x, middle.y), Math.min(...radii), Math.max(...radii));
  radius = within(radius, least, most);
  // The campus has a dot of its own, which nothing covers.
  if (clears.inner || band === 0) {
    while (reachAt(radius).nearest < inner && radius + STEP < most) radius += STEP;
  }
  if (clears.outer) {
    while (reachAt(radius).furthest > outer && radius - STEP > least) radius -= STEP;
  }
  return pointAt(radius, angleOf(middle));
}

function middleOf(spots: Spot[]): Point {
  const sum = (of: (spot: Spot) => number) => spots.reduce((total, spot) => total + of(spot), 0);
  return { x: sum(({ x }) => x) / spots.length, y: sum(({ y }) => y) / spots.length };
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
