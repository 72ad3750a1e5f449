import { gzipSync } from "node:zlib";
import { bboxClip } from "@turf/bbox-clip";
import { simplify } from "@turf/simplify";
import type { BaseMapLabels, BaseMapShapes } from "../../app/domain/walk/base-map.ts";
import type { Position } from "../../app/domain/walk/coordinates.ts";
import { metresEastAndNorth } from "../../app/domain/walk/walk.ts";
import { drawBaseMap } from "../../app/ui/map/draw-base-map.ts";
import { type DrawnFeature, type Geometry, parseGeometry } from "./base-map-features.ts";
import { extentOf, type Points } from "./extent.ts";
import { ImportError } from "./import-error.ts";

const MOST_POINTS = 400_000;
const MOST_LABELS = 60;
/** Bytes of its file, compressed. */
const MOST_BYTES = 30_000;
/** Metres by which a simplified line may be off. */
const TOLERANCES = [2, 3, 5, 8, 12, 20];
/** Stations of one name that are this near are one, in metres. */
const SAME_STATION = 500;

/** Collects what lies in a square around a position, in metres. */
export class BaseMapShapesIn {
  readonly #middle: Position;
  readonly #box: [number, number, number, number];
  readonly #areas = { parks: [] as Points[][], water: [] as Points[][] };
  readonly #lines = { rivers: [] as Points[], roads: [] as Points[], streets: [] as Points[] };
  readonly #labels: (BaseMapLabels[number] & { size: number })[] = [];
  #points = 0;

  constructor(middle: Position, metres: number) {
    this.#middle = middle;
    this.#box = [-metres, -metres, metres, metres];
  }

  /** @returns whether any of it is inside */
  add({ kind, name, geometry }: DrawnFeature): boolean {
    const before = this.#points;
    if (kind === "stations") return this.#addStation(name, geometry);
    if (kind === "parks" || kind === "water") this.#addAreas(kind, name, geometry);
    else this.#addLines(kind, geometry);
    if (this.#points > MOST_POINTS) throw new ImportError("There is too much in it for one map.");
    return this.#points > before;
  }

  #addAreas(kind: "parks" | "water", name: string, geometry: Geometry): void {
    let widest: { size: number; middle: [number, number] } | undefined;
    for (const rings of areasOf(geometry)) {
      const projected = rings.map((ring) => ring.map((point) => this.#project(point)));
      const clipped = bboxClip({ type: "Polygon", coordinates: projected }, this.#box);
      for (const part of areasOf(parseGeometry(clipped.geometry))) {
        const drawn = part.filter((ring) => ring.length > 3);
        const [border] = drawn;
        if (!border) continue;
        this.#count(drawn.flat());
        this.#areas[kind].push(drawn);
        const { size, middle } = extentOf(border);
        if (!widest || size > widest.size) widest = { size, middle };
      }
    }
    if (widest && kind === "parks" && name !== "") {
      this.#label("park", name, widest.middle, widest.size);
    }
  }

  #addLines(kind: "rivers" | "roads" | "streets", geometry: Geometry): void {
    for (const line of linesOf(geometry)) {
      const projected = line.map((point) => this.#project(point));
      if (projected.length < 2) continue;
      const clipped = bboxClip({ type: "LineString", coordinates: projected }, this.#box);
      for (const part of linesOf(parseGeometry(clipped.geometry))) {
        if (part.length < 2) continue;
        this.#count(part);
        this.#lines[kind].push(part);
      }
    }
  }

  #addStation(name: string, geometry: Geometry): boolean {
    const [point] = pointsOf(geometry);
    if (!point || name === "") return false;
    const { middle } = extentOf(pointsOf(geometry).map((one) => this.#project(one)));
    const [west, south, east, north] = this.#box;
    if (middle[0] < west || middle[0] > east || middle[1] < south || middle[1] > north)
      return false;
    const isKnown = this.#labels.some(
      (label) =>
        label.name === name &&
        Math.hypot(label.east - middle[0], label.south - middle[1]) < SAME_STATION,
    );
    if (!isKnown) this.#label("station", name, middle, Number.POSITIVE_INFINITY);
    return true;
  }

  #label(kind: "station" | "park", name: string, [east, south]: [number, number], size: number) {
    this.#labels.push({ kind, name, east: Math.round(east), south: Math.round(south), size });
  }

  #count(points: Points): void {
    this.#points += points.length;
  }

  #project([longitude, latitude]: [number, number]): [number, number] {
    const { east, north } = metresEastAndNorth(this.#middle, { latitude, longitude });
    return [east, -north];
  }

  /** Stations first, then the largest parks. */
  get labels(): BaseMapLabels {
    return this.#labels
      .toSorted((one, other) => (one.size === other.size ? 0 : other.size - one.size))
      .slice(0, MOST_LABELS)
      .map(({ size: _size, ...label }) => label);
  }

  /** Simplified until its file is small; the small streets go where that is not enough. */
  shapes(): BaseMapShapes {
    for (const streets of [this.#lines.streets, []]) {
      for (const tolerance of TOLERANCES) {
        const shapes = {
          parks: this.#areas.parks.map((rings) => rings.map((ring) => simplified(ring, tolerance))),
          water: this.#areas.water.map((rings) => rings.map((ring) => simplified(ring, tolerance))),
          rivers: this.#lines.rivers.map((line) => simplified(line, tolerance)),
          roads: this.#lines.roads.map((line) => simplified(line, tolerance)),
          streets: streets.map((line) => simplified(line, tolerance)),
        };
        if (gzipSync(drawBaseMap(shapes)).length <= MOST_BYTES) return shapes;
      }
    }
    throw new ImportError("There is too much in it for one map: ask for less with --within 2km.");
  }
}

function simplified(line: Points, tolerance: number): number[] {
  const { coordinates } = simplify(
    { type: "LineString", coordinates: line },
    { tolerance, highQuality: true },
  );
  return pairs(coordinates).flat().map(Math.round);
}

function pairs(points: number[][]): Points {
  return points.map(([east = 0, south = 0]) => [east, south]);
}

function areasOf(geometry: Geometry): Points[][] {
  if (geometry.type === "Polygon") return [geometry.coordinates.map(pairs)];
  return geometry.type === "MultiPolygon"
    ? geometry.coordinates.map((area) => area.map(pairs))
    : [];
}

function linesOf(geometry: Geometry): Points[] {
  if (geometry.type === "LineString") return [pairs(geometry.coordinates)];
  return geometry.type === "MultiLineString" ? geometry.coordinates.map(pairs) : [];
}

function pointsOf(geometry: Geometry): Points {
  switch (geometry.type) {
    case "Point":
      return pairs([geometry.coordinates]);
    case "LineString":
      return pairs(geometry.coordinates);
    case "Polygon":
    case "MultiLineString":
      return geometry.coordinates.flatMap(pairs);
    case "MultiPolygon":
      return geometry.coordinates.flat().flatMap(pairs);
  }
}
