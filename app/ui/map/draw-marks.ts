import type { Position } from "#app/domain/walk/coordinates.ts";
import {
  metresBetween,
  metresEastAndNorth,
  metresOfWalk,
  walkMinutes,
} from "#app/domain/walk/walk.ts";
import { arrangeMarks, type Mark, type Spot } from "./arrange-marks.ts";
import { angleOf, MAP_SIZE, pointAt } from "./map-geometry.ts";
import { type InWidth, inBothWidths, MARK_SCALE, type Width } from "./map-widths.ts";

/** Minutes of walking. */
export const RINGS = [5, 10, 15] as const;

/** In minutes: what is further is at the edge, with an arrow. */
export const FURTHEST_WALK = 20;

/** In map units from the centre: up to there the map is true to scale. There is room for what is at the edge, if anything is. */
export const REACH = { withinRings: 266, withEdge: 230 };

/** Of the middle of what is further. */
const EDGE = 262;

/** In map units, in the wide drawing: half of what is high enough to press. */
export const MARK_RADIUS = 13;

/** What nothing covers of the dot in the middle. */
const ORIGIN_RADIUS = 9;

/** The band of what is too far away for the map. */
const FAR = RINGS.length + 1;

export type MapPlace = {
  number: number;
  position: Position | undefined;
  street?: string;
};

export type DrawnMark = InWidth<{
  form: MarkForm;
  /** Of the places that it stands for. */
  numbers: number[];
  x: number;
  y: number;
  /** Of the arrow of what is too far away, in degrees clockwise from the top. */
  bearing?: number;
}>;

type LocatedPlace = MapPlace & { position: Position };

export function drawMarks(origin: Position, places: LocatedPlace[], unitsPerMetre: number) {
  const radii = RINGS.map((minutes) => metresOfWalk(minutes) * unitsPerMetre);
  const spots = places.map((place) => spotOf(origin, place, unitsPerMetre));
  const marksIn = (width: Width) => {
    const bounds = [ORIGIN_RADIUS * MARK_SCALE[width], ...radii, REACH.withEdge];
    return arrangeMarks(spots, bounds, (some) => shapeOf(some, width), { band: FAR, radius: EDGE });
  };
  const marks = { wide: marksIn("wide"), narrow: marksIn("narrow") };
  const drawnIn = (width: Width) => marks[width].map((mark) => drawMark(mark, width));
  return { marks, drawn: inBothWidths(drawnIn("wide"), drawnIn("narrow")) };
}

/** As far from the middle as the walk is long: the projection alone may put it on the other side of a ring. */
function spotOf(origin: Position, { number, position }: LocatedPlace, scale: number): Spot {
  const metres = metresBetween(origin, position);
  const { east, north } = metresEastAndNorth(origin, position);
  const angle = angleOf({ x: east, y: -north });
  const minutes = walkMinutes(metres);
  if (minutes > FURTHEST_WALK) return { number, band: FAR, ...pointAt(EDGE, angle) };
  const band = RINGS.filter((ring) => minutes > ring).length;
  return { number, band, ...pointAt(metres * scale, angle) };
}

/** A dot with its number, two side by side, "3 here", or "×3" where there is less room. */
type MarkForm = "dot" | "pair" | "here" | "count";

function formOf(spots: Spot[], width: Width): MarkForm {
  if (spots.length === 1) return "dot";
  if (width === "narrow" || spots[0]?.band === FAR) return "count";
  return spots.length === 2 ? "pair" : "here";
}

function shapeOf(spots: Spot[], width: Width) {
  const scale = MARK_SCALE[width];
  const numbers = spots.map(({ number }) => number);
  const halfLine = halfLineOf(formOf(spots, width), numbers) * scale;
  return { radius: MARK_RADIUS * scale, halfLine };
}

/** For what does not fit into a circle. In map units, in the wide drawing. */
export function halfLineOf(form: MarkForm, numbers: number[]): number {
  const digits = String(numbers.length).length;
  const isLong = numbers.some((number) => number > 99);
  switch (form) {
    case "dot":
      return isLong ? 5 : 0;
    case "pair":
      return isLong ? 22 : 13;
    case "here":
      return 13 + 4 * digits;
    case "count":
      return 5 * (digits - 1);
  }
}

function drawMark({ spots, x, y, band }: Mark, width: Width): DrawnMark {
  const bearing = Math.round((angleOf({ x, y }) * 180) / Math.PI + 360) % 360;
  return {
    form: formOf(spots, width),
    numbers: spots.map(({ number }) => number).toSorted((one, other) => one - other),
    x: toTenth(MAP_SIZE / 2 + x),
    y: toTenth(MAP_SIZE / 2 + y),
    ...(band === FAR && { bearing }),
  };
}

function toTenth(units: number): number {
  return Math.round(units * 10) / 10;
}
