import { createHash } from "node:crypto";
import { jsonColumn, type PrismaClient, reader } from "#app/db/database.server.ts";
import {
  type BaseMapLabels,
  type BaseMapShapes,
  baseMapLabels,
  baseMapShapes,
} from "./base-map.ts";
import type { Position } from "./coordinates.ts";

/** All but its shapes, which are a file of their own. */
export async function describeBaseMap() {
  const row = await reader().baseMap.findUnique({ where: { id: 1 }, omit: { shapes: true } });
  if (!row) return undefined;
  const { hash, latitude, longitude, attribution } = row;
  const labels = jsonColumn(baseMapLabels).parse(row.labels);
  return { hash, middle: { latitude, longitude }, labels, attribution };
}

export type BaseMap = NonNullable<Awaited<ReturnType<typeof describeBaseMap>>>;

/** Undefined where the map has been replaced since. */
export async function readBaseMapShapes(hash: string): Promise<BaseMapShapes | undefined> {
  const row = await reader().baseMap.findUnique({
    where: { id: 1, hash },
    select: { shapes: true },
  });
  return row ? jsonColumn(baseMapShapes).parse(row.shapes) : undefined;
}

/** With its shapes, of which a small map shows a part. */
export async function readBaseMap() {
  const row = await reader().baseMap.findUnique({ where: { id: 1 } });
  if (!row) return undefined;
  const { latitude, longitude, attribution } = row;
  return {
    middle: { latitude, longitude },
    shapes: jsonColumn(baseMapShapes).parse(row.shapes),
    attribution,
  };
}

type NewBaseMap = {
  middle: Position;
  shapes: BaseMapShapes;
  labels: BaseMapLabels;
  attribution: string;
};

/** Replaces the one before. @returns whether it differs from it */
export async function saveBaseMap(
  database: PrismaClient,
  { middle, shapes, labels, attribution }: NewBaseMap,
  { isDryRun }: { isDryRun: boolean },
): Promise<boolean> {
  const text = JSON.stringify(shapes);
  const data = {
    hash: createHash("sha256").update(text).digest("hex").slice(0, 16),
    ...middle,
    shapes: text,
    labels: JSON.stringify(labels),
    attribution,
  };
  const known = await database.baseMap.findUnique({ where: { id: 1 } });
  const isSame =
    known !== null &&
    (["hash", "latitude", "longitude", "labels", "attribution"] as const).every(
      (part) => known[part] === data[part],
    );
  if (isSame) return false;
  if (!isDryRun) {
    await database.baseMap.upsert({ where: { id: 1 }, create: data, update: data });
  }
  return true;
}
