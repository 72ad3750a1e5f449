import { z } from "zod";
import type { Position } from "../../app/domain/walk/coordinates.ts";
import { extentOf } from "./extent.ts";
import { ImportError } from "./import-error.ts";
import type { Tags } from "./osm-tags.ts";
import { readDay } from "./read-day.ts";
import { readJson } from "./read-json.ts";

/** Something on OpenStreetMap: its type and number are its identity. */
export type OsmElement = {
  id: string | undefined;
  tags: Tags;
  position: Position | undefined;
  /** The ISO date on which somebody last changed it. */
  changedOn: string | null;
};

/** The ISO date of which the file is, once it has said so. */
export type OsmSummary = { asOf: string | null };

const NEITHER = "This is neither GeoJSON nor the JSON of Overpass.";

/** From GeoJSON, as exporters of OpenStreetMap write it, and from Overpass's JSON. Throws ImportError where it is neither, or broken. */
export async function* readOsmElements(
  parts: AsyncIterable<string>,
  summary: OsmSummary,
): AsyncGenerator<OsmElement> {
  let isKnown = false;
  const values = readJson(parts, {
    lists: ["features", "elements"],
    single: ["type", "timestamp", "osm3s", "version", "remark"],
  });
  for await (const { name, value } of values) {
    if (name === "features" || name === "elements") {
      isKnown = true;
      const read = name === "features" ? readFeature(value) : readElement(value);
      if (!read) throw new ImportError(`${NEITHER} An entry of it cannot be read.`);
      yield read;
    } else if (name === "type" && value === "FeatureCollection") isKnown = true;
    else if (name === "osm3s") {
      isKnown = true;
      summary.asOf = readDay(overpass.parse(value).timestamp_osm_base);
    } else if (name === "timestamp") summary.asOf = readDay(String(value));
    else if (name === "remark" && /error|timed out/i.test(String(value))) {
      throw new ImportError(`Overpass stopped before its end: ${String(value).slice(0, 200)}`);
    }
  }
  if (!isKnown) throw new ImportError(NEITHER);
}

const overpass = z.looseObject({ timestamp_osm_base: z.coerce.string().catch("") }).catch({
  timestamp_osm_base: "",
});

const TYPES = ["node", "way", "relation"] as const;
const number = z.union([z.int().nonnegative(), z.string().regex(/^\d{1,15}$/)]);
const tagValue = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const someTags = z.record(z.string(), z.unknown()).transform((record) => {
  const said = Object.entries(record).flatMap(([key, value]): [string, string][] => {
    const read = tagValue.safeParse(value);
    return read.success ? [[key, read.data]] : [];
  });
  return new Map(said);
});
const corner = z.object({ lat: z.number(), lon: z.number() });

const element = z.object({
  type: z.string(),
  id: number,
  timestamp: z.string().optional(),
  tags: someTags.default(new Map()),
  lat: z.number().optional(),
  lon: z.number().optional(),
  center: corner.optional(),
  bounds: z
    .object({ minlat: z.number(), minlon: z.number(), maxlat: z.number(), maxlon: z.number() })
    .optional(),
});

function readElement(value: unknown): OsmElement | undefined {
  const { data } = element.safeParse(value);
  if (!data) return undefined;
  const { type, id, tags, timestamp = "", lat, lon, center, bounds } = data;
  const isKnown = TYPES.some((known) => known === type);
  const spot = lat !== undefined && lon !== undefined ? { lat, lon } : center;
  return {
    id: isKnown ? `${type}/${id}` : undefined,
    tags,
    position: spot
      ? positionOf([[spot.lon, spot.lat]])
      : bounds &&
        positionOf([
          [bounds.minlon, bounds.minlat],
          [bounds.maxlon, bounds.maxlat],
        ]),
    changedOn: readDay(timestamp),
  };
}

const feature = z.object({
  type: z.literal("Feature"),
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.record(z.string(), z.unknown()).nullable(),
  geometry: z.object({ coordinates: z.unknown() }).nullish(),
});

function readFeature(value: unknown): OsmElement | undefined {
  const { data } = feature.safeParse(value);
  if (!data) return undefined;
  const properties = data.properties ?? {};
  const { data: within } = z.object({ tags: someTags }).safeParse(properties);
  const said = someTags.parse(properties);
  const tags = within?.tags ?? said;
  return {
    id: identityOf(String(data.id ?? ""), said),
    tags,
    position: positionOf(pointsOf(data.geometry?.coordinates)),
    changedOn: readDay(said.get("@timestamp") ?? said.get("timestamp") ?? ""),
  };
}

/** As overpass turbo, osmium, QuickOSM and others write it: "node/12", "n12", or a type beside a number. */
function identityOf(id: string, said: Tags): string | undefined {
  const type = said.get("@type") ?? said.get("osm_type") ?? "";
  const ownId = said.get("@id") ?? said.get("osm_id") ?? "";
  const written = [id, ownId, said.get("full_id") ?? "", `${type}/${ownId}`];
  for (const text of written) {
    const [, kind = "", digits = ""] = /^(node|way|relation|[nwra])\/?(\d{1,15})$/.exec(text) ?? [];
    // Osmium numbers an area twice its way, or twice its relation and one.
    if (kind === "a")
      return `${Number(digits) % 2 ? "relation" : "way"}/${Math.floor(Number(digits) / 2)}`;
    const known = TYPES.find((one) => kind !== "" && one.startsWith(kind));
    if (known) return `${known}/${digits}`;
  }
  return undefined;
}

const point = z.tuple([z.number(), z.number()]).rest(z.number());

function pointsOf(coordinates: unknown): [number, number][] {
  const read = point.safeParse(coordinates);
  if (read.success) return [[read.data[0], read.data[1]]];
  return Array.isArray(coordinates) ? coordinates.flatMap(pointsOf) : [];
}

/** The middle of what is drawn. */
function positionOf(points: [number, number][]): Position | undefined {
  if (points.length === 0) return undefined;
  const [longitude, latitude] = extentOf(points).middle;
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return undefined;
  return {
    latitude: Number(latitude.toFixed(6)),
    longitude: Number(longitude.toFixed(6)),
  };
}
