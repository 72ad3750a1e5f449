import { countOf } from "#app/domain/text/counting.ts";
import type { Position } from "#app/domain/walk/coordinates.ts";
import { metresBetween, metresOfWalk } from "#app/domain/walk/walk.ts";
import { drawPins } from "./draw-pins.ts";
import { drawRings, RINGS } from "./draw-rings.ts";
import { drawScaleBar } from "./draw-scale-bar.ts";
import { FURTHEST_WALK, type MapPlace } from "./map-place.ts";
import { MAP_SIZE } from "./shapes.ts";

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
