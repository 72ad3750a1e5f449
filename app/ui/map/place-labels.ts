import { type Box, MAP_SIZE, overlap, type Point, rounded } from "./draw-pins.ts";

/** In map units; `kind` is a station or a park. */
type Label = Point & { kind: "station" | "park"; name: string };

type Anchor = "start" | "middle" | "end";

type PlacedLabel = {
  kind: "station" | "park";
  /** Empty where there was no room for it. */
  name: string;
  /** Where its words begin, end, or have their middle. */
  x: number;
  y: number;
  anchor: Anchor;
  /** Of a station, unless a pin stands there. */
  dot: Point | undefined;
};

const HEIGHT = 24;
const WIDTH_OF_A_LETTER = 10.5;
const DOT = 7;
const MARGIN = 6;

/** Names stand where nothing else does, and are left out where there is no room. */
export function placeLabels(labels: Label[], taken: Box[]): PlacedLabel[] {
  const boxes = [...taken];
  const placed: PlacedLabel[] = [];
  for (const { kind, name, x, y } of labels) {
    const hasDot = kind === "station" && isFree(dotBox({ x, y }), boxes);
    if (hasDot) boxes.push(dotBox({ x, y }));
    const width = [...name].length * WIDTH_OF_A_LETTER;
    const spot = spotsAround({ kind, x, y }).find((one) => isFree(wordsBox(one, width), boxes));
    if (spot) boxes.push(wordsBox(spot, width));
    if (!spot && !hasDot) continue;
    placed.push({
      kind,
      name: spot ? name : "",
      anchor: spot?.anchor ?? "middle",
      ...rounded(spot ?? { x, y }),
      dot: hasDot ? rounded({ x, y }) : undefined,
    });
  }
  return placed;
}

type Spot = Point & { anchor: Anchor };

function spotsAround({ kind, x, y }: Point & { kind: Label["kind"] }): Spot[] {
  if (kind === "park") {
    return [0, -1, 1, -2, 2].map((step) => ({ x, y: y + step * 30, anchor: "middle" }));
  }
  const above = DOT + HEIGHT / 2;
  return [
    { x: x + DOT + MARGIN, y, anchor: "start" },
    { x: x - DOT - MARGIN, y, anchor: "end" },
    { x, y: y - above, anchor: "middle" },
    { x, y: y + above, anchor: "middle" },
  ];
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

function wordsBox({ x, y, anchor }: Spot, width: number): Box {
  return { x: x - width * BEFORE_ANCHOR[anchor], y: y - HEIGHT / 2, width, height: HEIGHT };
}
