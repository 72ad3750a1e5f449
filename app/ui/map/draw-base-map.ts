import type { BaseMapShapes } from "#app/domain/walk/base-map.ts";

/** Those of the file that are drawn, the lowest first. */
export const BASE_MAP_LAYERS = ["parks", "water", "rivers", "streets", "roads"] as const;

/** Part of the file's address. Whoever changes how it is drawn changes this too: browsers keep the file for good. */
export const DRAWING = "1";

/** The file of a base map: shapes only, which each page that uses them paints in the colours of its theme. */
export function drawBaseMap(shapes: BaseMapShapes): string {
  const areas = (rings: number[][]) =>
    `<path fill-rule="evenodd" d="${rings.map((ring) => `${draw(ring)}z`).join("")}"/>`;
  const lines = (all: number[][]) =>
    `<path vector-effect="non-scaling-stroke" d="${all.map(draw).join("")}"/>`;
  const layers = BASE_MAP_LAYERS.map((layer) => {
    const drawn =
      layer === "parks" || layer === "water"
        ? shapes[layer].map(areas).join("")
        : lines(shapes[layer]);
    return `<g id="${layer}">${drawn}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${layers.join("")}</svg>\n`;
}

/** Steps from point to point are shorter than the points themselves. */
export function draw(points: number[]): string {
  let [east, south] = [points[0] ?? 0, points[1] ?? 0];
  let path = `M${east} ${south}l`;
  for (let at = 2; at + 1 < points.length; at += 2) {
    const [nextEast = 0, nextSouth = 0] = points.slice(at, at + 2);
    path += `${at === 2 ? "" : " "}${nextEast - east} ${nextSouth - south}`;
    [east, south] = [nextEast, nextSouth];
  }
  return path.replaceAll(" -", "-");
}
