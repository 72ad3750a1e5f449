import type { FoundPlaces } from "#app/domain/places/find-places.server.ts";
import { countOf } from "#app/domain/text/counting.ts";
import type { Position } from "#app/domain/walk/coordinates.ts";
import { metresBetween, metresOfWalk, walkMinutes } from "#app/domain/walk/walk.ts";
import {
  type DrawnMark,
  drawMarks,
  FURTHEST_WALK,
  type MapPlace,
  REACH,
  RINGS,
} from "./draw-marks.ts";
import { boxAround, MAP_SIZE } from "./map-geometry.ts";
import { inBothWidths, MARK_SCALE, type Width } from "./map-widths.ts";
import { type Label, placeLabels } from "./place-labels.ts";

const MIDDLE = MAP_SIZE / 2;

const SCALE_LENGTHS = [500, 250, 200] as const;
const LONGEST_SCALE = 100;

/** Where words must not stand: the north arrow and the scale. */
const FURNITURE = [
  { x: 8, y: 8, width: 40, height: 60 },
  { x: 8, y: MAP_SIZE - 60, width: 126, height: 52 },
];

/** Names on the base map, in metres from the origin. */
type Landmark = { kind: "station" | "park"; name: string; east: number; south: number };

export type DrawnMap = ReturnType<typeof drawMap>;

type MapContent = {
  origin: Position;
  /** One word, such as "Campus". */
  originName: string;
  places: MapPlace[];
  landmarks?: Landmark[];
};

/** @param campus the origin unless the query has one @param first the number of the first place */
export function drawFoundPlaces(
  { query, places }: Pick<FoundPlaces, "query" | "places">,
  { campus, first, landmarks }: { campus: Position; first: number; landmarks: Landmark[] },
) {
  return drawMap({
    origin: query.from ?? campus,
    originName: query.from ? "Here" : "Campus",
    landmarks,
    places: places.map(({ latitude, longitude, street }, index) => ({
      number: first + index,
      position: latitude === null || longitude === null ? undefined : { latitude, longitude },
      street,
    })),
  });
}

/** All lengths are in map units: the map is MAP_SIZE wide and high. */
export function drawMap({ origin, originName, places, landmarks = [] }: MapContent) {
  const located = places.flatMap(({ position, ...place }) =>
    position ? [{ ...place, position }] : [],
  );
  const walks = located.map(({ position }) => walkMinutes(metresBetween(origin, position)));
  const furthestRing = RINGS.at(-1) ?? 0;
  const isWithinRings = walks.every((minutes) => minutes <= furthestRing);
  const unitsPerMetre = isWithinRings
    ? REACH.withinRings / metresOfWalk(furthestRing)
    : REACH.withEdge / metresOfWalk(FURTHEST_WALK);
  const rings = RINGS.map((minutes) => ({
    minutes,
    radius: Math.round(metresOfWalk(minutes) * unitsPerMetre * 10) / 10,
  }));
  const { marks, drawn } = drawMarks(origin, located, unitsPerMetre);
  const labels: Label[] = [
    { kind: "origin", words: originName },
    ...rings.map(({ minutes, radius }) => ({
      kind: "ring" as const,
      words: `${minutes} min`,
      radius,
    })),
    ...landmarks.map(({ kind, name, east, south }) => ({
      kind,
      words: name,
      x: MIDDLE + east * unitsPerMetre,
      y: MIDDLE + south * unitsPerMetre,
    })),
  ];
  const labelsIn = (width: Width) => {
    const dot = { x: 0, y: 0, radius: 8 * MARK_SCALE[width], halfLine: 0 };
    const covered = [dot, ...marks[width]].map((mark) =>
      boxAround({ ...mark, x: MIDDLE + mark.x, y: MIDDLE + mark.y }),
    );
    return placeLabels(labels, [...FURNITURE, ...covered], width);
  };
  const groups = groupsOf(drawn, located);
  return {
    origin: { x: MIDDLE, y: MIDDLE },
    unitsPerMetre,
    rings,
    scaleBar: drawScaleBar(unitsPerMetre),
    marks: drawn,
    groups,
    labels: inBothWidths(labelsIn("wide"), labelsIn("narrow")),
    description: describe(originName, located.length),
    notes: [
      `Rings are minutes’ walk.${groups.length > 0 ? " Where several places are close together, press for their names." : ""}`,
      ...(walks.some((minutes) => minutes > FURTHEST_WALK)
        ? [
            `What is more than ${FURTHEST_WALK} minutes’ walk from ${sayName(originName)} stands at the edge, with an arrow.`,
          ]
        : []),
      ...(located.length < places.length ? [sayMissing(places.length - located.length)] : []),
    ],
  };
}

/** Places that one mark stands for, of which it opens a list. */
function groupsOf(marks: DrawnMark[], places: MapPlace[]) {
  const streets = new Map(places.map(({ number, street = "" }) => [number, streetName(street)]));
  const groups = marks.filter(isListed).map(({ numbers, bearing }) => {
    const names = new Set(numbers.map((number) => streets.get(number) ?? ""));
    const [street = ""] = names;
    return { numbers, street: names.size === 1 ? street : "", isFar: bearing !== undefined };
  });
  return [...new Map(groups.map((group) => [String(group.numbers), group])).values()];
}

/** Dots lead to their places at once, also two side by side. */
function isListed({ form }: DrawnMark): boolean {
  return form === "here" || form === "count";
}

/** "Heap Street" of "Unit 2, 15 Heap Street". */
function streetName(address: string): string {
  return (address.split(",").at(-1) ?? "").trim().replace(/^\d\S*\s+/, "");
}

function describe(originName: string, count: number): string {
  const rings = `Rings show 5, 10 and 15 minutes’ walk from ${sayName(originName)}, which is in the middle. North is at the top.`;
  return `${rings} ${countOf(count, "place")} ${count === 1 ? "has a numbered dot" : "have numbered dots, or one for several that are close together"}, which ${count === 1 ? "is a link" : "are links"}.`;
}

function sayName(originName: string): string {
  return originName.toLocaleLowerCase("en-GB");
}

function sayMissing(count: number): string {
  return count === 1
    ? "1 place is not on the map: nobody has said exactly where it is."
    : `${count} places are not on the map: nobody has said exactly where they are.`;
}

/** The longest round number of metres that fits; `length` is in map units. */
function drawScaleBar(unitsPerMetre: number): { length: number; words: string } {
  const metres =
    SCALE_LENGTHS.find((length) => length * unitsPerMetre <= LONGEST_SCALE) ?? SCALE_LENGTHS[2];
  return { length: Math.round(metres * unitsPerMetre), words: `${metres} m` };
}
