import type { FoundPlaces } from "#app/domain/places/find-places.server.ts";
import { PLACES_PER_PAGE } from "#app/domain/places/place-query.ts";
import { countOf } from "#app/domain/text/counting.ts";
import type { Position } from "#app/domain/walk/coordinates.ts";
import { metresBetween, metresOfWalk } from "#app/domain/walk/walk.ts";
import {
  type Box,
  drawPins,
  FURTHEST_WALK_MINUTES,
  MAP_SIZE,
  type MapPlace,
  overlap,
  type Point,
  rounded,
} from "./draw-pins.ts";

/** In map units from the centre, which leaves room for a pin. */
const REACH = 234;
const MIDDLE = MAP_SIZE / 2;

// What pins must not cover: the origin and its name, the north arrow and the scale.
export const FURNITURE = [
  { x: MIDDLE - 12, y: MIDDLE - 12, width: 24, height: 24 },
  { x: MIDDLE - 48, y: MIDDLE + 12, width: 96, height: 26 },
  { x: 8, y: 8, width: 36, height: 60 },
  { x: 8, y: MAP_SIZE - 54, width: 160, height: 46 },
];

/** Minutes of walking. */
const RINGS = [5, 10, 15] as const;

const RING_LABEL = { width: 78, height: 28 };
// Degrees from the top of a ring, down both sides.
const ANGLES = [0, -20, 20, -40, 40, -60, 60, -90, 90, -120, 120, -150, 150, 180];

const SCALE_LENGTHS = [500, 250, 200] as const;
const LONGEST_SCALE = 140;

/** @param campus the origin unless the query has one */
export function drawFoundPlaces(
  { query, places }: Pick<FoundPlaces, "query" | "places">,
  campus: Position,
) {
  const first = (query.page - 1) * PLACES_PER_PAGE + 1;
  return drawMap({
    origin: query.from ?? campus,
    originName: query.from ? "Here" : "Campus",
    places: places.map(({ latitude, longitude }, index) => ({
      number: first + index,
      position: latitude === null || longitude === null ? undefined : { latitude, longitude },
    })),
  });
}

export type DrawnMap = ReturnType<typeof drawMap>;

type MapContent = {
  origin: Position;
  /** One word, such as "Campus". */
  originName: string;
  /** Where places crowd, the first ones keep their own spots. */
  places: MapPlace[];
};

/** All lengths are in map units: the map is MAP_SIZE wide and high. */
export function drawMap({ origin, originName, places }: MapContent) {
  const walks = places.flatMap(({ position }) =>
    position ? [metresBetween(origin, position)] : [],
  );
  const near = walks.filter((metres) => metres <= metresOfWalk(FURTHEST_WALK_MINUTES));
  const unitsPerMetre = REACH / Math.max(metresOfWalk(RINGS.at(-1) ?? 0), ...near);
  const { pins, boxes } = drawPins({ origin, places, unitsPerMetre, furniture: FURNITURE });
  const withoutPosition = places.length - walks.length;
  return {
    origin: { x: MIDDLE, y: MIDDLE, name: originName },
    rings: drawRings(unitsPerMetre, boxes),
    unitsPerMetre,
    scaleBar: drawScaleBar(unitsPerMetre),
    pins,
    description: describe(originName, pins.length),
    notes: [
      ...(walks.length > near.length
        ? [
            `A pin with an arrow is more than ${FURTHEST_WALK_MINUTES} minutes’ walk from ${sayName(originName)}, where the arrow points.`,
          ]
        : []),
      ...(withoutPosition > 0 ? [sayMissing(withoutPosition)] : []),
    ],
  };
}

function describe(originName: string, count: number): string {
  const rings = `Rings show 5, 10 and 15 minutes’ walk from ${sayName(originName)}, which is in the middle. North is at the top.`;
  return `${rings} ${countOf(count, "place")} ${count === 1 ? "has a numbered pin, which is a link" : "have numbered pins, which are links"}.`;
}

function sayName(originName: string): string {
  return originName.toLocaleLowerCase("en-GB");
}

function sayMissing(count: number): string {
  const subject = count === 1 ? "place is not on the map: nobody has said where it is." : "";
  return `${count} ${subject || "places are not on the map: nobody has said where they are."}`;
}

/** A ring's words stand where no pin covers them, or else at its top. */
function drawRings(unitsPerMetre: number, taken: Box[]) {
  return RINGS.map((minutes) => {
    const radius = metresOfWalk(minutes) * unitsPerMetre;
    const spots = ANGLES.map((angle) => pointOnRing(radius, angle));
    const spot =
      spots.find((point) => !taken.some((box) => overlap(box, labelAt(point)))) ??
      pointOnRing(radius, 0);
    return {
      minutes,
      radius: Math.round(radius),
      label: { ...rounded(spot), words: `${minutes} min` },
    };
  });
}

function pointOnRing(radius: number, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return { x: MAP_SIZE / 2 + radius * Math.sin(angle), y: MAP_SIZE / 2 - radius * Math.cos(angle) };
}

export function labelAt({ x, y }: Point): Box {
  return { x: x - RING_LABEL.width / 2, y: y - RING_LABEL.height / 2, ...RING_LABEL };
}

/** The longest round number of metres that fits; `length` is in map units. */
function drawScaleBar(unitsPerMetre: number): { length: number; words: string } {
  const metres =
    SCALE_LENGTHS.find((length) => length * unitsPerMetre <= LONGEST_SCALE) ?? SCALE_LENGTHS[2];
  return { length: Math.round(metres * unitsPerMetre), words: `${metres} m` };
}
