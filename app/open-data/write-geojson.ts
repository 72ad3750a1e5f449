import type { Position } from "#app/domain/walk/coordinates.ts";
import { twinPath } from "#app/twins.ts";
import type { Kind, OpenPage } from "./kind.ts";

/** RFC 7946. What has no place on the map has a feature without a geometry. */
export function writeGeoJson<Item extends object>(
  kind: Kind<Item>,
  page: OpenPage<Item>,
  origin: string,
): string {
  const collection = {
    type: "FeatureCollection",
    title: page.title,
    url: origin + page.path,
    ...(page.next !== undefined && { next: origin + twinPath(page.next, "geojson") }),
    features: page.about?.onMap
      ? [featureOf(page.about.onMap, page.about.onMap.position)]
      : page.items.map((item) => featureOf(item, kind.positionOf?.(item) ?? null)),
  };
  return JSON.stringify(collection);
}

function featureOf(properties: object, position: Position | null) {
  const geometry = position && {
    type: "Point",
    coordinates: [position.longitude, position.latitude],
  };
  return { type: "Feature", geometry, properties };
}
