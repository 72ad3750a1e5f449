import type { FoundPlaces } from "#app/domain/places/find-places.server.ts";
import { campusPosition } from "#app/domain/site/site.server.ts";
import { describeBaseMap } from "#app/domain/walk/base-map.server.ts";
import { metresEastAndNorth } from "#app/domain/walk/walk.ts";
import { DRAWING } from "./draw-base-map.ts";
import { drawFoundPlaces } from "./draw-map.ts";
import { MAP_SIZE } from "./map-geometry.ts";

/** The marks of places, and what lies under them. @param first the number of the first place */
export async function loadMap(found: Pick<FoundPlaces, "query" | "places">, first: number) {
  const campus = campusPosition();
  const known = await describeBaseMap();
  // The base map's shapes and names are in metres from its own middle.
  const { east, north } = known
    ? metresEastAndNorth(found.query.from ?? campus, known.middle)
    : { east: 0, north: 0 };
  const landmarks = (known?.labels ?? []).map((label) => ({
    ...label,
    east: label.east + east,
    south: label.south - north,
  }));
  const map = drawFoundPlaces(found, { campus, first, landmarks });
  const scale = map.unitsPerMetre;
  const x = MAP_SIZE / 2 + east * scale;
  const y = MAP_SIZE / 2 - north * scale;
  return {
    map,
    base: known && {
      file: `${DRAWING}-${known.hash}`,
      attribution: known.attribution,
      transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale.toFixed(4)})`,
    },
  };
}
