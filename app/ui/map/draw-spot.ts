import type { BaseMapShapes } from "#app/domain/walk/base-map.ts";
import type { Position } from "#app/domain/walk/coordinates.ts";
import { metresEastAndNorth, metresOfWalk } from "#app/domain/walk/walk.ts";
import { draw } from "./draw-base-map.ts";
import { RINGS } from "./draw-marks.ts";
import { type Box, overlap, type Point } from "./map-geometry.ts";

/** In units of its own, about a pixel each. */
export const SPOT_MAP = { width: 416, height: 168 };

/** Units a metre where the campus is near, and otherwise. */
const SCALES = { most: 0.42, least: 0.2, alone: 0.34 };

/** From what it shows to its border. */
const MARGIN = 44;

const RING_LABEL = { width: 60, height: 22 };

type Ground = { middle: Position; shapes: BaseMapShapes; attribution: string };

/**
 * One place and the streets around it: with the campus, if that is not too far away for streets to be seen.
 * @param base without it there are only rings
 */
export function drawSpot(spot: Position, campus: Position, base: Ground | undefined) {
  const { east, north } = metresEastAndNorth(campus, spot);
  const room = {
    x: (SPOT_MAP.width - 2 * MARGIN) / Math.max(1, Math.abs(east)),
    y: (SPOT_MAP.height - 2 * MARGIN) / Math.max(1, Math.abs(north)),
  };
  const fitting = Math.min(SCALES.most, room.x, room.y);
  const showsCampus = fitting >= SCALES.least;
  const scale = showsCampus ? fitting : SCALES.alone;
  const share = showsCampus ? 0.5 : 1;
  /** @param metresEast from campus */
  const at = (metresEast: number, metresNorth: number): Point => ({
    x: Math.round(SPOT_MAP.width / 2 + (metresEast - east * share) * scale),
    y: Math.round(SPOT_MAP.height / 2 - (metresNorth - north * share) * scale),
  });
  const middle = at(0, 0);
  const place = at(east, north);
  const taken = [middle, place].map(({ x, y }) => ({
    x: x - 34,
    y: y - 12,
    width: 68,
    height: 44,
  }));
  return {
    spot: place,
    campus: showsCampus ? middle : undefined,
    rings: RINGS.map((minutes) => {
      const radius = Math.round(metresOfWalk(minutes) * scale);
      return { minutes, x: middle.x, y: middle.y, radius, label: ringLabel(middle, radius, taken) };
    }),
    ground: base && drawGround(base, campus, { at, scale }),
  };
}

type Frame = { at: (metresEast: number, metresNorth: number) => Point; scale: number };

function drawGround({ middle, shapes, attribution }: Ground, campus: Position, frame: Frame) {
  const { east, north } = metresEastAndNorth(campus, middle);
  const corner = frame.at(east, north);
  const window = {
    x: -corner.x / frame.scale,
    y: -corner.y / frame.scale,
    width: SPOT_MAP.width / frame.scale,
    height: SPOT_MAP.height / frame.scale,
  };
  const lines = (all: number[][]) => all.flatMap((line) => partsWithin(line, window)).map(draw);
  const areas = (all: number[][][]) =>
    all
      .filter(
        ([border = []]) => partsWithin(border, window).length > 0 || surrounds(border, window),
      )
      .flatMap((rings) => rings.map((ring) => `${draw(ring)}z`));
  return {
    attribution,
    transform: `translate(${corner.x} ${corner.y}) scale(${frame.scale.toFixed(4)})`,
    layers: [
      { layer: "parks", path: areas(shapes.parks).join("") },
      { layer: "water", path: areas(shapes.water).join("") },
      { layer: "rivers", path: lines(shapes.rivers).join("") },
      { layer: "streets", path: lines(shapes.streets).join("") },
      { layer: "roads", path: lines(shapes.roads).join("") },
    ].filter(({ path }) => path !== ""),
  };
}

/** The stretches of a line whose steps may be seen in a window. */
export function partsWithin(line: number[], window: Box): number[][] {
  const parts: number[][] = [];
  let part: number[] = [];
  for (let at = 0; at + 3 < line.length; at += 2) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = line.slice(at, at + 4);
    const isSeen =
      Math.max(x1, x2) >= window.x &&
      Math.min(x1, x2) <= window.x + window.width &&
      Math.max(y1, y2) >= window.y &&
      Math.min(y1, y2) <= window.y + window.height;
    if (isSeen) part = part.length === 0 ? [x1, y1, x2, y2] : [...part, x2, y2];
    if (part.length > 0 && (!isSeen || at + 4 >= line.length)) {
      parts.push(part);
      part = [];
    }
  }
  return parts;
}

function surrounds(border: number[], { x, y, width, height }: Box): boolean {
  const xs = border.filter((_, index) => index % 2 === 0);
  const ys = border.filter((_, index) => index % 2 === 1);
  return (
    Math.min(...xs) <= x &&
    Math.max(...xs) >= x + width &&
    Math.min(...ys) <= y &&
    Math.max(...ys) >= y + height
  );
}

/** Where the ring crosses the map and nothing else stands; undefined where it does not. */
function ringLabel({ x, y }: Point, radius: number, taken: Box[]): Point | undefined {
  const angles = Array.from({ length: 36 }, (_, step) => (step * Math.PI) / 18);
  return angles
    .map((angle) => ({
      x: Math.round(x + radius * Math.sin(angle)),
      y: Math.round(y - radius * Math.cos(angle)),
    }))
    .find((point) => {
      const { width, height } = RING_LABEL;
      const box = { x: point.x - width / 2, y: point.y - height / 2, width, height };
      const isInside =
        box.x >= 4 &&
        box.y >= 4 &&
        box.x + width <= SPOT_MAP.width - 4 &&
        box.y + height <= SPOT_MAP.height - 4;
      return isInside && !taken.some((other) => overlap(box, other));
    });
}
