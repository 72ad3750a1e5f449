import { z } from "zod";
import { cleanLine } from "../../app/domain/text/cleaning.ts";
import type { BaseMapShapes } from "../../app/domain/walk/base-map.ts";

const point = z.tuple([z.number(), z.number()]).rest(z.number());
const points = z.array(point);

const geometry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Point"), coordinates: point }),
  z.object({ type: z.literal("LineString"), coordinates: points }),
  z.object({ type: z.literal("MultiLineString"), coordinates: z.array(points) }),
  z.object({ type: z.literal("Polygon"), coordinates: z.array(points) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(points)) }),
]);

export type Geometry = z.infer<typeof geometry>;

export function parseGeometry(value: unknown): Geometry {
  return geometry.parse(value);
}

type Kind = keyof BaseMapShapes | "stations";

const feature = z.object({
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: z.unknown(),
});

/** Its kind, name and geometry; nothing where it is no part of a base map, and a problem where it is and cannot be drawn. */
export function readFeature(value: unknown): DrawnFeature | { problem: string } | undefined {
  const { data } = feature.safeParse(value);
  if (!data) return { problem: "it is no feature of GeoJSON" };
  const properties = data.properties ?? {};
  const kind = kindOf(properties);
  if (!kind) return undefined;
  const read = geometry.safeParse(data.geometry);
  if (!read.success) return { problem: "its geometry cannot be read" };
  const name = cleanLine(String(properties.name ?? "").slice(0, 200)).slice(0, 40);
  return { kind, name, geometry: read.data };
}

export type DrawnFeature = { kind: Kind; name: string; geometry: Geometry };

/** By `kind`, as our own files say it, and by OpenStreetMap's tags. */
const KINDS = new Map<string, Kind>([
  ["kind=bus_road", "roads"],
  ["kind=road", "roads"],
  ["kind=street", "streets"],
  ["kind=park", "parks"],
  ["kind=water", "water"],
  ["kind=river", "rivers"],
  ["kind=station", "stations"],
  ...["motorway", "trunk", "primary", "secondary", "tertiary"].flatMap((road): [string, Kind][] => [
    [`highway=${road}`, "roads"],
    [`highway=${road}_link`, "roads"],
  ]),
  ["highway=unclassified", "streets"],
  ["highway=residential", "streets"],
  ["highway=living_street", "streets"],
  ["highway=pedestrian", "streets"],
  ["leisure=park", "parks"],
  ["leisure=common", "parks"],
  ["leisure=nature_reserve", "parks"],
  ["landuse=recreation_ground", "parks"],
  ["landuse=village_green", "parks"],
  ["natural=water", "water"],
  ["waterway=riverbank", "water"],
  ["waterway=dock", "water"],
  ["landuse=reservoir", "water"],
  ["waterway=river", "rivers"],
  ["waterway=canal", "rivers"],
  ["railway=station", "stations"],
  ["railway=halt", "stations"],
  ["public_transport=station", "stations"],
]);

const KEYS = [
  "kind",
  "railway",
  "public_transport",
  "highway",
  "leisure",
  "landuse",
  "natural",
  "waterway",
];

function kindOf(properties: Record<string, unknown>): Kind | undefined {
  for (const key of KEYS) {
    const kind = Object.hasOwn(properties, key) && KINDS.get(`${key}=${String(properties[key])}`);
    if (kind) return kind;
  }
  return undefined;
}
