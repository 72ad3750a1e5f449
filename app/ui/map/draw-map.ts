import type { FoundPlaces } from "#app/domain/places/find-places.server.ts";
import { PLACES_PER_PAGE } from "#app/domain/places/place-query.ts";
import { countOf } from "#app/domain/text/counting.ts";
import type { Position } from "#app/domain/walk/coordinates.ts";
import { metresBetween, metresOfWalk } from "#app/domain/walk/walk.ts";
import { drawPins, FURTHEST_WALK, type MapPlace } from "./draw-pins.ts";
import { type Box, MAP_SIZE, overlap, type Point, rounded } from "./shapes.ts";

/** How far from the middle a place stands at most, so that its pin fits above it. */
const REACH = 234;
const MIDDLE = MAP_SIZE / 2;

// What stands on the map already: where walks start and its name, the arrow to the north, and the scale.
const FURNITURE = [
  { x: MIDDLE - 12, y: MIDDLE - 12, width: 24, height: 24 },
  { x: MIDDLE - 48, y: MIDDLE + 12, width: 96, height: 26 },
  { x: 8, y: 8, width: 36, height: 60 },
  { x: 8, y: MAP_SIZE - 54, width: 160, height: 46 },
];

/** The walks, in minutes, that have a ring. */
const RINGS = [5, 10, 15] as const;

const RING_LABEL = { width: 78, height: 28 };
// From the top of a ring down both sides, in degrees.
const ANGLES = [0, -20, 20, -40, 40, -60, 60, -90, 90, -120, 120, -150, 150, 180];

const SCALE_LENGTHS = [500, 250, 200] as const;
const LONGEST_SCALE = 140;

/** The map of one page of the list, with the list's numbers. @param campus where walks start, unless the query says otherwise */
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
  /** Where walks start, which is the middle of the map. */
  origin: Position;
  /** What the map calls it, in a word: "Campus". */
  originName: string;
  /** In their order: the first ones get their own spot where places are close together. */
  places: MapPlace[];
};

/**
 * Lays out a map of places around the start of their walks: rings for 5, 10 and 15 minutes, numbered pins that are set
 * apart where they would overlap, and pins at the edge for what is further than 30 minutes away. Lengths are in units of
 * the map, which is MAP_SIZE wide and high.
 */
export function drawMap({ origin, originName, places }: MapContent) {
  const walks = places.flatMap(({ position }) =>
    position ? [metresBetween(origin, position)] : [],
  );
  const near = walks.filter((metres) => metres <= metresOfWalk(FURTHEST_WALK));
  const unitsPerMetre = REACH / Math.max(metresOfWalk(RINGS.at(-1) ?? 0), ...near);
  const { pins, boxes } = drawPins({ origin, places, unitsPerMetre, furniture: FURNITURE });
  const withoutPosition = places.length - walks.length;
  return {
    origin: { x: MIDDLE, y: MIDDLE, name: originName },
    rings: drawRings(unitsPerMetre, boxes),
    scaleBar: drawScaleBar(unitsPerMetre),
    pins,
    description: describe(originName, pins.length),
    notes: [
      ...(walks.length > near.length
        ? [
            `A pin with an arrow is more than ${FURTHEST_WALK} minutes’ walk from ${sayName(originName)}, where the arrow points.`,
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

/** The ring of each walk, with its words where no pin covers them, or at its top where pins are everywhere. */
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

function labelAt({ x, y }: Point): Box {
  return { x: x - RING_LABEL.width / 2, y: y - RING_LABEL.height / 2, ...RING_LABEL };
}

/** The scale's length in units and in words: the longest round number of metres that fits. */
function drawScaleBar(unitsPerMetre: number): { length: number; words: string } {
  const metres =
    SCALE_LENGTHS.find((length) => length * unitsPerMetre <= LONGEST_SCALE) ?? SCALE_LENGTHS[2];
  return { length: Math.round(metres * unitsPerMetre), words: `${metres} m` };
}
