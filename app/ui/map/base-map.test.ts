import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { DRAWING, drawBaseMap } from "./draw-base-map.ts";
import { MAP_SIZE } from "./map-geometry.ts";
import { placeLabels } from "./place-labels.ts";

const SHAPES = {
  parks: [
    [
      [0, 0, 100, 0, 100, 100, 0, 0],
      [10, 10, 20, 10, 20, 20],
    ],
  ],
  water: [],
  rivers: [[-5, 0, -10, -20]],
  roads: [[0, 0, 10, -10, 30, 5]],
  streets: [],
};

test("a base map's file has a layer for each kind, and no colours", () => {
  const drawn = drawBaseMap(SHAPES);
  expect(drawn).toContain(
    '<g id="roads"><path vector-effect="non-scaling-stroke" d="M0 0l10-10 20 15"/></g>',
  );
  expect(drawn).toContain('d="M0 0l100 0 0 100-100-100zM10 10l10 0 0 10z"');
  expect(drawn).not.toMatch(/#|fill="|style/);
});

test("a new way of drawing has a new address, since browsers keep the file for good", () => {
  const hash = createHash("sha256").update(drawBaseMap(SHAPES)).digest("hex").slice(0, 8);
  expect({ [DRAWING]: hash }).toEqual({ "1": "2ef8b5c9" });
});

test.each(["wide", "narrow"] as const)(
  "names stand beside their stations, where nothing else does, inside the map (%s)",
  (width) => {
    const station = { kind: "station" as const, words: "Pull", x: 300, y: 300 };
    const [free] = placeLabels([station], [], width);
    expect(free).toMatchObject({ words: "Pull", anchor: "start", dot: { x: 300, y: 300 } });
    const right = { x: 308, y: 280, width: 100, height: 40 };
    expect(placeLabels([station], [right], width)[0]).toMatchObject({ anchor: "end" });
    const [edge] = placeLabels([{ ...station, x: MAP_SIZE - 10 }], [], width);
    expect(edge).toMatchObject({ anchor: "end" });
    const everywhere = { x: 0, y: 0, width: MAP_SIZE, height: MAP_SIZE };
    expect(placeLabels([station], [everywhere], width)).toEqual([]);
  },
);
