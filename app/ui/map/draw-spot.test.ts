import fc from "fast-check";
import { expect, test } from "vitest";
import { drawSpot, partsWithin, SPOT_MAP } from "./draw-spot.ts";

const CAMPUS = { latitude: 51.5643, longitude: -0.1063 };
const NORTH_WEST = { latitude: 51.5662, longitude: -0.1093 };
const FAR_OFF = { latitude: 51.59, longitude: -0.1063 };
const NOTHING = { parks: [], water: [], rivers: [], streets: [] };

const isInside = ({ x, y }: { x: number; y: number }) =>
  x > 0 && y > 0 && x < SPOT_MAP.width && y < SPOT_MAP.height;

test("a place near the campus is shown with it, up being north and left west", () => {
  const { spot, campus } = drawSpot(NORTH_WEST, CAMPUS, undefined);
  expect(campus && isInside(campus) && isInside(spot)).toBe(true);
  expect(spot.x).toBeLessThan(campus?.x ?? 0);
  expect(spot.y).toBeLessThan(campus?.y ?? 0);
});

test("one that is far off stands in the middle, without the campus", () => {
  expect(drawSpot(FAR_OFF, CAMPUS, undefined)).toMatchObject({
    spot: { x: SPOT_MAP.width / 2, y: SPOT_MAP.height / 2 },
    campus: undefined,
    ground: undefined,
  });
});

test("of the streets only those around it are drawn, where they are", () => {
  const roads = [
    [-50, 0, 50, 0],
    [2000, 0, 2100, 0],
    [-5000, 0, -4000, 0, 4000, 0],
  ];
  const base = { middle: CAMPUS, shapes: { ...NOTHING, roads }, attribution: "© Somebody" };
  const { ground, campus } = drawSpot(NORTH_WEST, CAMPUS, base);
  expect(ground?.layers).toEqual([{ layer: "roads", path: "M-50 0l100 0M-4000 0l8000 0" }]);
  expect(ground?.transform).toContain(`translate(${campus?.x} ${campus?.y})`);
});

test("no step of a line that crosses a window is lost", () => {
  const window = { x: 0, y: 0, width: 100, height: 100 };
  const number = fc.integer({ min: -300, max: 400 });
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { minLength: 2, maxLength: 12 }), (points) => {
      const kept = partsWithin(points.flat(), window);
      const steps = (line: number[]) =>
        Array.from({ length: line.length / 2 - 1 }, (_, at) =>
          String(line.slice(2 * at, 2 * at + 4)),
        );
      const inside = points.slice(1).flatMap(([x = 0, y = 0], index) => {
        const [beforeX = 0, beforeY = 0] = points[index] ?? [];
        const [middleX, middleY] = [(x + beforeX) / 2, (y + beforeY) / 2];
        const isSeen = middleX >= 0 && middleX <= 100 && middleY >= 0 && middleY <= 100;
        return isSeen ? [String([beforeX, beforeY, x, y])] : [];
      });
      expect(kept.flatMap(steps)).toEqual(expect.arrayContaining(inside));
    }),
  );
});
