import { type Box, commonArea, MAP_SIZE, overlap, type Point, rounded } from "./map-geometry.ts";
import type { Width } from "./map-widths.ts";

type Anchor = "start" | "middle" | "end";

/** What a map has words for. In map units. */
export type Label =
  | (Point & { kind: "station" | "park"; words: string })
  | { kind: "origin"; words: string }
  | { kind: "ring"; words: string; radius: number };

type PlacedLabel = {
  kind: Label["kind"];
  /** Empty where there was no room for them. */
  words: string;
  /** Where the words begin, end, or have their middle. */
  x: number;
  y: number;
  anchor: Anchor;
  /** Of a station, unless a mark stands there. */
  dot?: Point;
};

/** In map units: as large as map.css draws them. */
const LETTERS = {
  wide: { height: 20, width: 8 },
  narrow: { height: 30, width: 13 },
} satisfies Record<Width, { height: number; width: number }>;

const MIDDLE = MAP_SIZE / 2;
const DOT = 7;
const MARGIN = 6;

// Degrees from the top of a ring, down both sides.
const ANGLES = [0, -20, 20, -40, 40, -60, 60, -90, 90, -120, 120, -150, 150, 180];

/** Words stand where nothing else does. Those of the rings and of the middle always stand; others are left out where there is no room. */
export function placeLabels(labels: Label[], taken: Box[], width: Width): PlacedLabel[] {
  const boxes = [...taken];
  const placed: PlacedLabel[] = [];
  for (const label of labels) {
    const point = "x" in label ? { x: label.x, y: label.y } : undefined;
    const hasDot = label.kind === "station" && point && isFree(dotBox(point), boxes);
    if (hasDot) boxes.push(dotBox(point));
    const letters = LETTERS[width];
    const boxOf = (spot: Spot) => wordsBox(spot, [...label.words].length * letters.width, letters);
    const spots = spotsFor(label, letters.height);
    const free = spots.find((one) => isFree(boxOf(one), boxes));
    const spot = free ?? (point ? undefined : freest(spots, boxOf, boxes));
    if (spot) boxes.push(boxOf(spot));
    if (!spot && !hasDot) continue;
    placed.push({
      kind: label.kind,
      words: spot ? label.words : "",
      anchor: spot?.anchor ?? "middle",
      ...rounded(spot ?? point ?? { x: 0, y: 0 }),
      ...(hasDot && { dot: rounded(point) }),
    });
  }
  return placed;
}

type Spot = Point & { anchor: Anchor };

function spotsFor(label: Label, height: number): Spot[] {
  switch (label.kind) {
    case "park":
      return [0, -1, 1, -2, 2].map((step) => ({
        x: label.x,
        y: label.y + step * 30,
        anchor: "middle",
      }));
    case "station":
      return spotsAround(label, DOT, height);
    case "origin":
      return spotsAroundMiddle(height);
    case "ring":
      return ANGLES.map((degrees) => {
        const angle = (degrees * Math.PI) / 180;
        return {
          x: MIDDLE + label.radius * Math.sin(angle),
          y: MIDDLE - label.radius * Math.cos(angle),
          anchor: "middle",
        };
      });
  }
}

function spotsAround({ x, y }: Point, dot: number, height: number): Spot[] {
  const above = dot + height / 2;
  return [
    { x: x + dot + MARGIN, y, anchor: "start" },
    { x: x - dot - MARGIN, y, anchor: "end" },
    { x, y: y - above, anchor: "middle" },
    { x, y: y + above, anchor: "middle" },
  ];
}

function spotsAroundMiddle(height: number): Spot[] {
  const middle = { x: MIDDLE, y: MIDDLE };
  const beside = [1, -1, 2, -2].flatMap((step): Spot[] =>
    (["start", "end"] as const).map((anchor) => ({
      x: MIDDLE + (anchor === "start" ? DOT : -DOT),
      y: MIDDLE + step * height,
      anchor,
    })),
  );
  return [...spotsAround(middle, 2 * DOT, height).reverse(), ...beside];
}

/** Of those, the one whose words are covered least. */
function freest(spots: Spot[], boxOf: (spot: Spot) => Box, taken: Box[]): Spot | undefined {
  const covered = spots.map((spot) => {
    const box = boxOf(spot);
    return { spot, area: taken.reduce((sum, other) => sum + commonArea(box, other), 0) };
  });
  return covered.toSorted((one, other) => one.area - other.area)[0]?.spot;
}

function isFree(box: Box, taken: Box[]): boolean {
  const { x, y, width, height } = box;
  const isInside =
    x >= MARGIN && y >= MARGIN && x + width <= MAP_SIZE - MARGIN && y + height <= MAP_SIZE - MARGIN;
  return isInside && !taken.some((other) => overlap(box, other));
}

function dotBox({ x, y }: Point): Box {
  return { x: x - DOT, y: y - DOT, width: 2 * DOT, height: 2 * DOT };
}

const BEFORE_ANCHOR = { start: 0, middle: 0.5, end: 1 };

function wordsBox({ x, y, anchor }: Spot, width: number, { height }: { height: number }): Box {
  return { x: x - width * BEFORE_ANCHOR[anchor], y: y - height / 2, width, height };
}
