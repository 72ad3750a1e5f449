import type { BaseMapShapes } from "#app/domain/walk/base-map.ts";
import type { Position } from "#app/domain/walk/coordinates.ts";
import { metresEastAndNorth, metresOfWalk } from "#app/domain/walk/walk.ts";
import { drawBaseMap } from "../map/draw-base-map.ts";
import { COLOURS } from "./colours.ts";
import { fitText } from "./fit-text.server.ts";
import { outline } from "./typeset.server.ts";

/** The streets, and the middle from which their metres are counted. */
export type Ground = { middle: Position; shapes: BaseMapShapes; attribution: string };

export type PictureMap = {
  campus: Position;
  /** Without numbers where there is only one. */
  spots: { position: Position; number?: number }[];
  ground: Ground | undefined;
};

type Box = { x: number; y: number; width: number; height: number };
type Point = { x: number; y: number };
type Placed = { toPixels: (position: Position) => Point; pixelsPerMetre: number };

// In pixels. Room for pins, which stand on their tips, and for words.
const MARGIN = 90;
const MOST_PIXELS_PER_METRE = 0.72;
const RINGS = [5, 10, 15];
const WORDS = { size: 24, weight: 400 } as const;
const ANGLES = [0, 30, -30, 60, -60, 90, -90, 120, -120, 150, -150, 180];

const PIN = "M0 0L-20 -21A28 28 0 1 1 20 -21Z";

/** Streets, rings of minutes' walk and where the places are; north is at the top. */
export function drawPictureMap({ campus, spots, ground }: PictureMap, box: Box): string {
  const placed = place(campus, spots, box);
  const centre = placed.toPixels(campus);
  const pins = spots.map(({ position, number }) => ({ ...placed.toPixels(position), number }));
  return [
    `<svg x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}">`,
    `<rect width="100%" height="100%" fill="${COLOURS.card}"/>`,
    ground ? drawGround(ground, placed) : "",
    ...RINGS.map((minutes) => drawRing(minutes, { centre, pins, placed, box })),
    `<circle cx="${centre.x}" cy="${centre.y}" r="7" fill="${COLOURS.tomato}"/>`,
    drawWords("Campus", { x: centre.x, y: centre.y + 42 }, 700),
    // The first stands in front.
    ...pins.toReversed().map(drawPin),
    ground ? drawAttribution(ground.attribution, box) : "",
    "</svg>",
  ].join("");
}

function place(campus: Position, spots: PictureMap["spots"], box: Box): Placed {
  const offsets = spots.map(({ position }) => metresEastAndNorth(campus, position));
  const [east, north] = [
    [0, ...offsets.map((o) => o.east)],
    [0, ...offsets.map((o) => o.north)],
  ];
  const [west, mostEast] = [Math.min(...east), Math.max(...east)];
  const [south, mostNorth] = [Math.min(...north), Math.max(...north)];
  const pixelsPerMetre = Math.min(
    MOST_PIXELS_PER_METRE,
    (box.width - 2 * MARGIN) / Math.max(1, mostEast - west),
    (box.height - 2 * MARGIN) / Math.max(1, mostNorth - south),
  );
  const middle = { east: (west + mostEast) / 2, north: (south + mostNorth) / 2 };
  const toPixels = (position: Position) => {
    const offset = metresEastAndNorth(campus, position);
    return {
      x: Math.round(box.width / 2 + (offset.east - middle.east) * pixelsPerMetre),
      y: Math.round(box.height / 2 - (offset.north - middle.north) * pixelsPerMetre),
    };
  };
  return { toPixels, pixelsPerMetre };
}

function drawGround({ middle, shapes }: Ground, { toPixels, pixelsPerMetre }: Placed): string {
  const { x, y } = toPixels(middle);
  const transform = `translate(${x} ${y}) scale(${pixelsPerMetre})`;
  const wide = 22 * (pixelsPerMetre / MOST_PIXELS_PER_METRE);
  const layer = (id: string, paint: string) =>
    `<use href="#${id}" transform="${transform}" stroke-linecap="round" stroke-linejoin="round" ${paint}/>`;
  return [
    `<defs>${drawBaseMap(shapes)}</defs>`,
    layer("parks", `fill="${COLOURS.park}"`),
    layer("water", `fill="${COLOURS.water}"`),
    layer("rivers", `fill="none" stroke="${COLOURS.water}" stroke-width="${wide}"`),
    layer("streets", `fill="none" stroke="${COLOURS.street}" stroke-width="${wide / 3}"`),
    layer("roads", `fill="none" stroke="${COLOURS.streetEdge}" stroke-width="${wide}"`),
    layer("roads", `fill="none" stroke="${COLOURS.street}" stroke-width="${wide - 2}"`),
  ].join("");
}

type RingSurroundings = { centre: Point; pins: Point[]; placed: Placed; box: Box };

function drawRing(
  minutes: number,
  { centre, pins, placed: { pixelsPerMetre }, box }: RingSurroundings,
): string {
  const radius = Math.round(metresOfWalk(minutes) * pixelsPerMetre);
  const ring = `<circle cx="${centre.x}" cy="${centre.y}" r="${radius}" fill="none" stroke="${COLOURS.softInk}" stroke-width="1.5" stroke-dasharray="2 5"/>`;
  const spot = ANGLES.map((degrees) => {
    const angle = (degrees * Math.PI) / 180;
    return { x: centre.x + radius * Math.sin(angle), y: centre.y - radius * Math.cos(angle) };
  }).find(
    ({ x, y }) =>
      x > 60 &&
      x < box.width - 60 &&
      y > 30 &&
      y < box.height - 30 &&
      pins.every((pin) => Math.hypot(pin.x - x, pin.y - 30 - y) > 80),
  );
  return spot
    ? ring + drawWords(`${minutes} min`, { x: spot.x, y: spot.y + 8 }, 400, COLOURS.softInk)
    : ring;
}

/** In the middle of a patch of the ground, so that nothing runs through them. */
function drawWords(
  words: string,
  { x, y }: Point,
  weight: 400 | 700,
  colour: string = COLOURS.ink,
): string {
  const { svg, width } = outline(words, WORDS.size, weight);
  return `<g transform="translate(${Math.round(x - width / 2)} ${Math.round(y)})" stroke-linejoin="round"><g fill="${COLOURS.card}" stroke="${COLOURS.card}" stroke-width="300">${svg}</g><g fill="${colour}">${svg}</g></g>`;
}

const SMALL = { size: 14, weight: 400 } as const;

/** Whose data the streets are, as their licences ask of every map. */
function drawAttribution(attribution: string, box: Box): string {
  const room = { width: box.width - 24, lines: 3 };
  const { lines } = fitText(`Streets: ${attribution}`, [SMALL], room);
  const height = lines.length * 18 + 10;
  const top = box.height - height;
  const words = lines.map((line, index) => {
    const { svg } = outline(line, SMALL.size, SMALL.weight);
    return `<g transform="translate(12 ${top + 18 + index * 18})" fill="${COLOURS.softInk}">${svg}</g>`;
  });
  const ground = `<rect y="${top}" width="${box.width}" height="${height}" fill="${COLOURS.card}" fill-opacity="0.85"/>`;
  return ground + words.join("");
}

function drawPin({ x, y, number }: Point & { number: number | undefined }): string {
  if (number === undefined) {
    return `<path transform="translate(${x} ${y})" d="${PIN}" fill="${COLOURS.tomato}" stroke="${COLOURS.card}" stroke-width="6" paint-order="stroke"/>`;
  }
  const { svg, width } = outline(String(number), WORDS.size, 700);
  return `<g transform="translate(${x} ${y})"><circle r="22" fill="${COLOURS.tomato}" stroke="${COLOURS.card}" stroke-width="3"/><g transform="translate(${Math.round(-width / 2)} 8)" fill="${COLOURS.onTomato}">${svg}</g></g>`;
}
